package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Numbers that an ONNX file keeps in other files. They are read here, so that the native library opens no file at all:
 * none outside of the folder of the model, and none behind a link, where a model from elsewhere could point to whatever
 * the user may read.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/v1.17.0/docs/ExternalData.md">ONNX External Data</a>
 */
final class ExternalData {

    private final Path folder;
    private final int maximumSize;
    private final Set<String> files = new TreeSet<>();
    private long size;

    /**
     * Begins.
     *
     * @param folder where the model lies
     * @param maximumSize how many bytes all numbers together may have
     */
    ExternalData(Path folder, int maximumSize) {
        this.folder = folder;
        this.maximumSize = maximumSize;
    }

    /** The files that were read, as the model names them, in the order of their names. */
    List<String> files() {
        return List.copyOf(files);
    }

    /**
     * Reads the numbers of a tensor.
     *
     * @param tensor its name
     * @param entries where they are: {@code location}, and perhaps {@code offset} and {@code length} in bytes
     * @return as they lie in the file
     * @throws IOException if they are not where they may be, or are too many
     */
    byte[] read(String tensor, Map<String, String> entries) throws IOException {
        var location = entries.getOrDefault("location", "");
        var file = file(tensor, location);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            var end = channel.size();
            var offset = number(tensor, location, entries, "offset").orElse(0L);
            var length = number(tensor, location, entries, "length").orElse(end - offset);
            if (length < 0 || offset > end || length > end - offset) {
                throw problem(
                        tensor,
                        location,
                        format("%d bytes from byte %d on, but that file has %d bytes", length, offset, end));
            }
            size += length;
            if (size > maximumSize) {
                throw new IOException(format(
                        "its numbers in other files have more than the %d bytes that remain of %d MiB",
                        maximumSize, OnnxFile.MAXIMUM_SIZE >> 20));
            }
            files.add(location);
            return read(channel, offset, length.intValue());
        }
    }

    private static byte[] read(FileChannel channel, long offset, int length) throws IOException {
        var target = ByteBuffer.allocate(length);
        while (target.hasRemaining()) {
            if (channel.read(target, offset + target.position()) < 0) {
                throw new IOException("another program has cut short a file with its numbers");
            }
        }
        return target.array();
    }

    private static Optional<Long> number(String tensor, String location, Map<String, String> entries, String key)
            throws IOException {
        var text = entries.get(key);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw problem(tensor, location, format("but its %s is '%s', which is no number of bytes", key, text));
        }
        return Optional.of(Long.valueOf(text));
    }

    private Path file(String tensor, String location) throws IOException {
        var file = folder;
        for (var name : relative(tensor, location)) {
            file = file.resolve(name);
            if (name.toString().equals("..")) {
                throw outside(tensor, location);
            }
            if (Files.isSymbolicLink(file)) {
                throw problem(tensor, location, "which is a link, and no link is followed");
            }
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw problem(tensor, location, "which does not exist; keep it beside the model");
        }
        // Windows has further kinds of links.
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw outside(tensor, location);
        }
        return file;
    }

    private static Path relative(String tensor, String location) throws IOException {
        try {
            var path = Path.of(location);
            if (!location.isEmpty() && path.getRoot() == null) {
                return path;
            }
        } catch (InvalidPathException e) {
            // The same message as for a place that is none.
        }
        throw outside(tensor, location);
    }

    private static IOException outside(String tensor, String location) {
        return problem(tensor, location, "which is no file in the folder of the model or below it");
    }

    private static IOException problem(String tensor, String location, String problem) {
        return new IOException(format("the numbers of %s are in '%s', %s", tensor, location, problem));
    }
}
