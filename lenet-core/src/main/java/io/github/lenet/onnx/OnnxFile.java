package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A network in an ONNX file, which was checked before anything native sees it: it is whole, of operators that ONNX
 * Runtime brings itself, with one input of images and one output of numbers for each class. Numbers that it keeps in
 * other files are in it by now.
 *
 * @param file the file, as the user would name it
 * @param dataFiles names of the other files, relative to its folder; mostly none
 * @param bytes all bytes of the network; shared, not copied. Without other files, they are those of the file
 * @param sha256 their digest, in hexadecimal
 * @param input the images: a batch of channels, rows and columns, or of rows, columns and channels
 * @param output a batch of as many numbers as there are classes
 * @param classNames what the file calls the classes, as {@code lenet:export} writes it; empty if it does not
 */
public record OnnxFile(
        String file,
        List<String> dataFiles,
        byte[] bytes,
        String sha256,
        GraphValue input,
        GraphValue output,
        List<String> classNames) {

    /** Of all files together: Maven and the worker both hold them in memory. */
    static final int MAXIMUM_SIZE = 256 << 20;

    /** The first byte of a field with the version, which every library writes first. */
    private static final int BEGINNING = 8;

    /** What a zip begins with, and so a model of this project. */
    private static final int ZIP = ('P' << 8) | 'K';

    /** Keeps copies of the lists. */
    public OnnxFile {
        dataFiles = List.copyOf(dataFiles);
        classNames = List.copyOf(classNames);
    }

    /**
     * Reads a file and checks all of it, if it is ONNX, which has no magic number: no zip, but a message of Protocol
     * Buffers with a version of ONNX and a graph.
     *
     * @param file a file
     * @return the network; empty if the file is missing or something else
     * @throws OnnxFormatException if it is ONNX, but none that can be used; the message says why
     * @throws IOException if the file cannot be read
     */
    public static Optional<OnnxFile> find(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var first = beginning(file);
        if (first.length < 2 || (((first[0] & 0xFF) << 8) | (first[1] & 0xFF)) == ZIP) {
            return Optional.empty();
        }
        if (Files.size(file) > MAXIMUM_SIZE && first[0] != BEGINNING) {
            return Optional.empty();
        }
        var bytes = bytes(file);
        return OnnxReader.isModel(bytes) ? Optional.of(of(file, bytes)) : Optional.empty();
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(2);
        }
    }

    /**
     * Reads a file that must be ONNX, and checks all of it.
     *
     * @param file the file
     * @return the network
     * @throws OnnxFormatException if it is none that can be used; the message says why
     * @throws IOException if it is missing or cannot be read
     */
    public static OnnxFile read(Path file) throws IOException {
        return of(file, bytes(file));
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MAXIMUM_SIZE) {
            throw new OnnxFormatException(file.toString(), format("it has more than %d MiB", MAXIMUM_SIZE >> 20));
        }
        return Files.readAllBytes(file);
    }

    private static OnnxFile of(Path file, byte[] bytes) throws OnnxFormatException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        var data = new ExternalData(folder, MAXIMUM_SIZE - bytes.length);
        var reader = new OnnxReader(data);
        try {
            var whole = reader.read(bytes);
            return new OnnxFile(
                    file.toString(),
                    data.files(),
                    whole,
                    Sha256.hex(whole),
                    reader.input(),
                    reader.output(),
                    reader.classNames());
        } catch (IOException e) {
            throw new OnnxFormatException(file.toString(), FileProblem.describe(e), e);
        }
    }
}
