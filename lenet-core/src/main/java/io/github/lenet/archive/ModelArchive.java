package io.github.lenet.archive;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.Sha256;
import io.github.lenet.network.Network;
import io.github.lenet.network.NetworkState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A trained model, complete: what {@code model.zip} holds.
 *
 * <p>The file is a Deeplearning4j model with one more entry, {@code lenet.json}; {@code ModelSerializer} of
 * Deeplearning4j opens it, as a {@code MultiLayerNetwork} if its layers follow each other, else as a
 * {@code ComputationGraph}. Equal values give equal bytes.
 *
 * @param description what the model is and where it comes from
 * @param configuration the network as Deeplearning4j describes it, from its {@code toJson()}
 * @param state what the network has learnt; without the state of the updater in a copy for an application, which does
 *     not train
 */
public record ModelArchive(ModelDescription description, String configuration, NetworkState state) {

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException if the state or the configuration is not that of the architecture
     */
    public ModelArchive {
        Objects.requireNonNull(description, "description");
        var architecture = description.adaptedArchitecture();
        Objects.requireNonNull(state, "state").requireFor(architecture.network());
        configuration = Configuration.canonical(configuration, architecture);
    }

    /**
     * The same model without what only a training needs, which is two thirds of the file.
     *
     * @return the archive without the state of Adam
     */
    public ModelArchive withoutUpdaterState() {
        return new ModelArchive(description, configuration, state.withoutUpdaterState());
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
     * @param network the layers of the model
     * @param state what they have learnt and measured
     * @return SHA-256 of the entry {@code coefficients.bin}, in hexadecimal
     */
    public static String coefficientsSha256(Network network, NetworkState state) {
        return Sha256.hex(NdArrayFormat.encode(new ArrayLayout(network).coefficients(state)));
    }
}
