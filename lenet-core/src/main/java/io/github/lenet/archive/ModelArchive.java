package io.github.lenet.archive;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A trained model, complete: what {@code model.zip} holds.
 *
 * <p>The file is a Deeplearning4j model with one more entry, {@code lenet.json}; {@code ModelSerializer} of
 * Deeplearning4j opens it. Equal values give equal bytes.
 *
 * <p>The arrays are shared with the caller, not copied, and compared by identity.
 *
 * @param description what the model is and where it comes from
 * @param configuration the network as Deeplearning4j describes it, from its {@code MultiLayerConfiguration.toJson()}
 * @param parameters weights and biases, layer by layer, as {@link io.github.lenet.network.Network} takes them
 * @param updaterState Adam's state, twice as long: first moments of all parameters, then second moments; null in a copy
 *     for an application, which does not train
 */
public record ModelArchive(
        ModelDescription description, String configuration, float[] parameters, float[] updaterState) {

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException if an array has the wrong length or an element that is not finite, or the
     *     configuration is not that of the architecture
     */
    public ModelArchive {
        Objects.requireNonNull(description, "description");
        var architecture = description.adaptedArchitecture();
        requireFinite("parameters", parameters, architecture.parameterCount());
        if (updaterState != null) {
            requireFinite("updaterState", updaterState, 2 * architecture.parameterCount());
        }
        configuration = Configuration.canonical(configuration, architecture);
    }

    /**
     * The same model without what only a training needs, which is two thirds of the file.
     *
     * @return the archive without the state of Adam
     */
    public ModelArchive withoutUpdaterState() {
        return new ModelArchive(description, configuration, parameters, null);
    }

    /**
     * Writes the archive, whole or not at all.
     *
     * @param file the file to write or replace
     * @return SHA-256 of the file, in hexadecimal
     * @throws IOException if the file cannot be written; an old file then stays as it was
     */
    public String write(Path file) throws IOException {
        var bytes = ArchiveWriter.bytes(this);
        AtomicFile.write(file, out -> out.write(bytes));
        return Sha256.hex(bytes);
    }

    /**
     * Reads an archive and checks all of it. No class is loaded and no object deserialised on the word of the file.
     *
     * @param file the archive
     * @return its content
     * @throws ModelFormatException if the file is not a model that this version can use; the message says why and what
     *     to do
     * @throws IOException if the file is missing or cannot be read
     */
    public static ModelArchive read(Path file) throws IOException {
        return ArchiveReader.read(ArchiveReader.bytes(file), file.toString());
    }

    /**
     * The identity of what a model has learnt, which a copy without the state of the updater shares.
     *
     * @param parameters the parameters of the model
     * @return SHA-256 of the entry {@code coefficients.bin}, in hexadecimal
     */
    public static String coefficientsSha256(float[] parameters) {
        return Sha256.hex(NdArrayFormat.encode(parameters));
    }

    static void requireFinite(String name, float[] elements, int length) {
        if (elements.length != length) {
            throw new IllegalArgumentException(name + " has " + elements.length + " numbers instead of " + length);
        }
        for (var i = 0; i < length; i++) {
            if (!Float.isFinite(elements[i])) {
                throw new IllegalArgumentException(name + " has " + elements[i] + " at index " + i);
            }
        }
    }
}
