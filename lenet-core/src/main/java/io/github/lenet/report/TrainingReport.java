package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.json.Json;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The content of {@code training.json}: how one training went, and how long it took.
 *
 * @param schemaVersion version of this format, {@value #SCHEMA_VERSION}
 * @param architecture name of the network
 * @param parameters number of its trained parameters
 * @param dataset name of the data set
 * @param hyperparameters everything that the user chose and that changes the result
 * @param backend what computed, for people: {@code Java kernels on CPU}
 * @param epochs what each epoch gave, in order
 * @param keptEpoch number of the epoch after which the model has its parameters: the last, or with early stopping the
 *     best
 * @param totalSeconds wall-clock time of the whole training, with the validation
 */
public record TrainingReport(
        int schemaVersion,
        String architecture,
        int parameters,
        String dataset,
        Hyperparameters hyperparameters,
        String backend,
        List<EpochResult> epochs,
        int keptEpoch,
        double totalSeconds) {

    /** Version of the format that this class writes; a change of meaning or the loss of a key raises it. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Keeps a copy of the epochs, and checks the numbers.
     *
     * @throws IllegalArgumentException if the format is one that this version does not know, or a number is out of its
     *     range
     */
    public TrainingReport {
        SchemaVersion.require(SCHEMA_VERSION, schemaVersion);
        epochs = List.copyOf(epochs);
        EpochResult.requireInOrder(epochs);
        // Negated, so that NaN fails as well.
        if (parameters < 0 || keptEpoch < 0 || keptEpoch > epochs.size() || !(totalSeconds >= 0)) {
            throw new IllegalArgumentException(format(
                    "%d parameters, keptEpoch %d of %d and totalSeconds %s are no training",
                    parameters, keptEpoch, epochs.size(), totalSeconds));
        }
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /**
     * Reads a file.
     *
     * @param file the file that {@link #write} wrote
     * @return its content
     * @throws IOException if the file is missing, or is no training report
     */
    public static TrainingReport read(Path file) throws IOException {
        return Json.read(file, TrainingReport.class);
    }
}
