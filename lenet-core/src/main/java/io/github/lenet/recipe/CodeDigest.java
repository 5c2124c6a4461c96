package io.github.lenet.recipe;

import io.github.lenet.io.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A digest of the code that decides the bits of a model. Many codes share a version that ends in {@code -SNAPSHOT}, and
 * a model that another one of them has trained is not to be taken for that of the running one.
 */
final class CodeDigest {

    /**
     * The rooms whose code decides numbers or bytes of a model. A test compares them with the rooms that a training
     * reaches.
     */
    static final List<String> ROOMS = List.of(
            "archive",
            "dataset",
            "deeplearning4j",
            "json",
            "kernel",
            "network",
            "parameter",
            "recipe",
            "training",
            "worker");

    private static final String BASE = "io/github/lenet/";

    private CodeDigest() {}

    /** The digest of the running code, in hexadecimal; it loads none of the classes. */
    static String current() {
        try {
            return of(Path.of(CodeDigest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("the classes of lenet-core cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of lenet-core is no URI", e);
        }
    }

    /**
     * The digest of the code in a place: the SHA-256 of names, lengths and CRC-32 of its class files. A jar has them
     * all in its table of contents, so that a training that has nothing to do need not read the rest.
     *
     * @param place a jar, or a folder with the same content
     * @return the same digest for the same class files, in hexadecimal
     * @throws IOException if it cannot be read
     */
    static String of(Path place) throws IOException {
        var lines = Files.isDirectory(place) ? linesOfFolder(place) : linesOfJar(place);
        return Sha256.hex(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static SortedSet<String> linesOfJar(Path file) throws IOException {
        var lines = new TreeSet<String>();
        try (var jar = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && decides(entry.getName())) {
                    lines.add(line(entry.getName(), entry.getSize(), entry.getCrc()));
                }
            }
        }
        return lines;
    }

    private static SortedSet<String> linesOfFolder(Path root) throws IOException {
        var lines = new TreeSet<String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString().replace(File.separatorChar, '/');
                if (decides(name)) {
                    var content = Files.readAllBytes(file);
                    var crc = new CRC32();
                    crc.update(content);
                    lines.add(line(name, content.length, crc.getValue()));
                }
            }
        }
        return lines;
    }

    private static boolean decides(String name) {
        return ROOMS.stream().anyMatch(room -> name.startsWith(BASE + room + '/'));
    }

    private static String line(String name, long length, long crc) {
        return name + ' ' + length + ' ' + crc;
    }
}
