package io.github.lenet.archive;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Sha256;
import io.github.lenet.network.Architecture;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a training begins with instead of drawn parameters: a trained network, and the memory of Adam if there is one.
 *
 * <p>The arrays are shared with the caller, not copied, and compared by identity.
 *
 * @param parameters weights and biases, in Deeplearning4j's flat order
 * @param updaterState Adam's first moments of all parameters, then the second moments; zeros where it begins anew
 * @param steps number of steps that led to the state of Adam, 0 where it begins anew
 * @param epochs number of epochs that the network has been trained for
 */
public record InitialModel(float[] parameters, float[] updaterState, int steps, int epochs) {

    /** Longer than any training; their sum with the steps of the next one is still a number. */
    private static final int MOST_STEPS = 1_000_000_000;

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException if there are not two finite moments for each finite parameter, or there are more
     *     steps or epochs than any training makes
     */
    public InitialModel {
        ModelArchive.requireFinite("parameters", parameters, parameters.length);
        ModelArchive.requireFinite("updaterState", updaterState, 2 * parameters.length);
        requireCount("iterationCount", steps);
        requireCount("epochCount", epochs);
    }

    private static void requireCount(String name, int count) {
        if (count < 0 || count > MOST_STEPS) {
            throw new IllegalArgumentException(
                    ArchiveWriter.CONFIGURATION + "." + name + " is " + count + ", but must be 0 to " + MOST_STEPS);
        }
    }

    /**
     * Reads an archive of ours, or one that {@code ModelSerializer} of Deeplearning4j wrote, with the same care: its
     * entries are known and bounded, and its configuration is a plain tree.
     *
     * @param file the archive
     * @param sha256 the digest of its bytes, in hexadecimal
     * @param architecture the network that it must hold, adapted to the images
     * @return the network
     * @throws ModelFormatException if it holds another network, or none that this version can use
     * @throws IOException if the file cannot be read, or is not the one with that digest
     */
    public static InitialModel read(Path file, String sha256, Architecture architecture) throws IOException {
        var bytes = ArchiveReader.bytes(file);
        if (!Sha256.hex(bytes).equals(sha256)) {
            throw new IOException(
                    format("<initialModel> %s has changed since this build looked at it; run it again", file));
        }
        return ArchiveReader.readInitial(bytes, "<initialModel> " + file, architecture);
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

    /**
     * Whether Adam goes on as well, and not only the network.
     *
     * @return false if the archive holds no state of Adam, or of one with other constants or layer by layer
     */
    public boolean isOptimiserKnown() {
        return steps > 0;
    }
}
