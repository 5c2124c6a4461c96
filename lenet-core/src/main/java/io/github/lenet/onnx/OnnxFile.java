package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A network in an ONNX file, which was checked before anything native sees it: it is whole, complete in itself, of
 * operators that ONNX Runtime brings itself, with one input of images and one output of numbers for each class.
 *
 * @param file the file, as the user would name it
 * @param bytes all of its bytes; shared, not copied
 * @param sha256 their digest, in hexadecimal
 * @param input the images: a batch of channels, rows and columns, or of rows, columns and channels
 * @param output a batch of as many numbers as there are classes
 */
public record OnnxFile(String file, byte[] bytes, String sha256, GraphValue input, GraphValue output) {

    /** Maven and the worker both hold it in memory. */
    static final int MAXIMUM_SIZE = 256 << 20;

    /** The first byte of a field with the version, which every library writes first. */
    private static final int BEGINNING = 8;

    /** What a zip begins with, and so a model of this project. */
    private static final int ZIP = ('P' << 8) | 'K';

    /**
     * Tells ONNX, which has no magic number, from other files.
     *
     * @param file a file
     * @return whether it is no zip, and a message of Protocol Buffers with a version of ONNX and a graph
     * @throws IOException if the file cannot be read
     */
    public static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        var first = beginning(file);
        if (first.length < 2 || (((first[0] & 0xFF) << 8) | (first[1] & 0xFF)) == ZIP) {
            return false;
        }
        // One that is too large is not read any further.
        return Files.size(file) > MAXIMUM_SIZE ? first[0] == BEGINNING : OnnxReader.isModel(Files.readAllBytes(file));
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(2);
        }
    }

    /**
     * Reads a file and checks all of it.
     *
     * @param file the file
     * @return the network
     * @throws OnnxFormatException if it is none that can be used; the message says why
     * @throws IOException if it is missing or cannot be read
     */
    public static OnnxFile read(Path file) throws IOException {
        var name = file.toString();
        if (Files.size(file) > MAXIMUM_SIZE) {
            throw new OnnxFormatException(name, format("it has more than %d MiB", MAXIMUM_SIZE >> 20));
        }
        var bytes = Files.readAllBytes(file);
        var reader = new OnnxReader();
        try {
            reader.read(bytes);
            return new OnnxFile(name, bytes, Sha256.hex(bytes), reader.input(), reader.output());
        } catch (IOException e) {
            throw new OnnxFormatException(name, Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }
}
