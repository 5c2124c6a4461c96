package io.github.lenet.store;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a transfer has brought so far, as it came. It lies beside the data set, so that after a broken transfer the next
 * one goes on, in this build or another.
 *
 * @param content the bytes
 * @param origin two lines of text: the address that they come from, and which version of it, if the server told
 * @param address the address of the file
 */
record PartialDownload(Path content, Path origin, URI address) {

    /** Far more than a server may put into a header. */
    private static final int MOST_BYTES_OF_ORIGIN = 1 << 20;

    static PartialDownload of(Path directory, URI folder, String name) {
        var files = names(name).map(directory::resolve).toList();
        return new PartialDownload(files.get(0), files.get(1), folder.resolve(name));
    }

    /** The names of what is kept of a published file: content and origin. */
    static Stream<String> names(String name) {
        return Stream.of("." + name + ".partial", "." + name + ".partial.origin");
    }

    /** How much there is to go on with: nothing, if it comes from another address, whose compression may differ. */
    long bytes() throws IOException {
        return isFile(content) && line(0).equals(address.toASCIIString()) ? Files.size(content) : 0;
    }

    /** Not what others may have put there: a link would lead elsewhere, and a pipe never end. */
    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The entity tag or date of the version that the bytes belong to; empty if the server gave none. */
    String version() throws IOException {
        return line(1);
    }

    private String line(int index) throws IOException {
        var lines = isFile(origin) ? lines() : List.<String>of();
        return index < lines.size() ? lines.get(index) : "";
    }

    /** None if a disk has damaged them: the version goes into a header, which takes no control characters. */
    private List<String> lines() throws IOException {
        if (Files.size(origin) > MOST_BYTES_OF_ORIGIN) {
            return List.of();
        }
        // As a header comes: each byte is a character.
        var text = new String(Files.readAllBytes(origin), StandardCharsets.ISO_8859_1);
        var lines = text.lines().toList();
        return lines.stream().allMatch(PartialDownload::isPrintable) ? lines : List.of();
    }

    private static boolean isPrintable(String line) {
        return line.chars().noneMatch(Character::isISOControl);
    }

    /** Forgets what was there, and begins anew. */
    OutputStream begin(String version) throws IOException {
        delete();
        var lines = address.toASCIIString() + "\n" + version + "\n";
        AtomicFile.write(origin, out -> out.write(lines.getBytes(StandardCharsets.ISO_8859_1)));
        return FileOutput.open(content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    OutputStream append() throws IOException {
        return FileOutput.open(content, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(content, LinkOption.NOFOLLOW_LINKS);
    }

    void delete() throws IOException {
        Files.deleteIfExists(content);
        Files.deleteIfExists(origin);
    }
}
