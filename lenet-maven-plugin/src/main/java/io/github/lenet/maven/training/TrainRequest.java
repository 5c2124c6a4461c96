package io.github.lenet.maven.training;

import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.kernel.GradientComputation;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.recipe.Hyperparameters;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code lenet:train}, checked and complete.
 *
 * @param dataset the data set to train on
 * @param hyperparameters everything that changes the result
 * @param initialModel the archive to go on from, or null for drawn parameters
 * @param reuse what it takes from earlier trainings
 * @param backend the libraries to compute with
 * @param worker how the process that trains runs
 * @param build the build that asks, for {@code provenance.json}; looked at only by a training
 * @param outputDirectory where the model and its descriptions go
 * @param packagedModel the copy of the model from where it reaches the module's jar, or null
 */
public record TrainRequest(
        DatasetOptions dataset,
        Hyperparameters hyperparameters,
        @Nullable Path initialModel,
        Reuse reuse,
        BackendRequest backend,
        WorkerOptions worker,
        Supplier<Build> build,
        Path outputDirectory,
        @Nullable PackagedModel packagedModel) {

    /**
     * What a training takes from earlier ones, and leaves for later ones.
     *
     * @param forcedBecause why it trains from the start, whatever there is, as in "because ..."; null if there is no
     *     reason to
     * @param cachedModels how many trained models the cache keeps, 0 for none
     * @param checkpointInterval seconds between two checkpoints, 0 to make one only after each epoch
     * @param lockTimeout seconds to wait for another process that trains the same, 0 for ever
     */
    public record Reuse(@Nullable String forcedBecause, int cachedModels, int checkpointInterval, int lockTimeout) {

        /**
         * Whether to train from the start, whatever there is.
         *
         * @return whether there is a reason to
         */
        public boolean isForced() {
            return forcedBecause != null;
        }
    }

    /**
     * The files to write, in the output directory.
     *
     * @return the archive and what belongs to it
     */
    public TrainedFiles files() {
        return new TrainedFiles(outputDirectory);
    }

    /** Threads that the arithmetic gets: no more than a mini-batch is work for. */
    int threads() {
        return Math.min(worker.threadsOrProcessors(), GradientComputation.usefulThreads(hyperparameters.batchSize()));
    }

    /** Whether it would go on from its own result, which would be another model each time. */
    boolean writesInitialModel() {
        return initialModel != null
                && initialModel
                        .toAbsolutePath()
                        .normalize()
                        .equals(files().model().toAbsolutePath().normalize());
    }
}
