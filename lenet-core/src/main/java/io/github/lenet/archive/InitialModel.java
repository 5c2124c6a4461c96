package io.github.lenet.archive;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Sha256;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.TrainedState;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model that a training goes on from instead of drawn parameters. */
public final class InitialModel {

    private InitialModel() {}

    /**
     * Reads an archive of ours, one that {@code ModelSerializer} of Deeplearning4j wrote, or a {@code state_dict()} of
     * PyTorch as safetensors, all with the same care: the parts are known and bounded, and nothing but numbers, texts
     * and plain trees.
     *
     * @param file the archive, or the safetensors
     * @param sha256 the digest of its bytes, in hexadecimal
     * @param architecture the network that it must hold, adapted to the images
     * @return the network, and the memory of Adam if the archive holds it, with the constants of ours
     * @throws ModelFormatException if it holds another network, or none that this version can use
     * @throws IOException if the file cannot be read, or is not the one with that digest
     */
    public static TrainedState read(Path file, String sha256, Architecture architecture) throws IOException {
        var bytes = ArchiveReader.bytes(file);
        if (!Sha256.hex(bytes).equals(sha256)) {
            throw new IOException(
                    format("<initialModel> %s has changed since this build looked at it; run it again", file));
        }
        var name = "<initialModel> " + file;
        return SafetensorsReader.isOne(bytes)
                ? new TrainedState(SafetensorsReader.read(bytes, name, architecture), 0, 0)
                : ArchiveReader.readInitial(bytes, name, architecture);
    }

    /**
     * The digest of an archive.
     *
     * @param file the archive
     * @return SHA-256 of its bytes, in hexadecimal
     * @throws InvalidParameterException if there is no such file
     * @throws IOException if it cannot be read, or is larger than any model
     */
    public static String sha256(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidParameterException(
                    "initialModel", file, "does not exist or is no file; name a model.zip to go on from");
        }
        return Sha256.hex(ArchiveReader.bytes(file));
    }
}
