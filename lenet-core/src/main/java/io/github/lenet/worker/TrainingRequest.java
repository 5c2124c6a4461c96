package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.recipe.TrainingInputs;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One training.
 *
 * @param inputs everything that changes the result
 * @param dataDirectory folder with the four IDX files of the data set, complete and checked
 * @param initialModel the archive to go on from, which has the digest of the inputs; null for drawn parameters
 * @param threads threads for the arithmetic, at least 1; changes only the speed
 * @param cacheDirectory the cache of this machine, which keeps the checkpoints
 * @param checkpointInterval seconds between two checkpoints, 0 to make one only after each epoch
 * @param force whether to begin anew, even if a training with the same inputs was interrupted
 * @param cachedModels how many trained models the cache keeps, 0 for none
 * @param lockTimeout seconds to wait for another process that trains the same, 0 for ever
 * @param build the build that asks, for the facts of this run
 * @param files the files to write
 */
public record TrainingRequest(
        TrainingInputs inputs,
        Path dataDirectory,
        @Nullable Path initialModel,
        int threads,
        CacheDirectory cacheDirectory,
        int checkpointInterval,
        boolean force,
        int cachedModels,
        int lockTimeout,
        Build build,
        TrainedFiles files)
        implements WorkerRequest {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no thread, or another number is negative
     */
    public TrainingRequest {
        if (threads < 1 || checkpointInterval < 0 || cachedModels < 0 || lockTimeout < 0) {
            throw new IllegalArgumentException(format(
                    "%d threads, a checkpoint after %d s, %d models in the cache and a wait of %d s are no training",
                    threads, checkpointInterval, cachedModels, lockTimeout));
        }
    }
}
