package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.SearchSpace;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One search.
 *
 * @param inputs what decides the result of a training with the present values; each trial has other hyperparameters
 * @param present the present values as they are written, by the names of hyperparameters; the others have their
 *     defaults
 * @param space the values to try, as {@link SearchSpace#of} reads them
 * @param options how long to search, and for what
 * @param dataDirectory folder with the training images and their labels, complete and checked; nothing else of it is
 *     read, so that no choice can depend on the test set
 * @param initialModel the archive that every training goes on from, which has the digest of the inputs; null for drawn
 *     parameters
 * @param parallelTrials trainings side by side, at least 1; changes only the speed
 * @param threads threads that they share, at least 1; each training has one or more; changes only the speed
 * @param timeBudget seconds after which no more trials are proposed, 0 for no limit
 * @param cacheDirectory the cache of this machine, which keeps the checkpoints, and what each training gave
 * @param checkpointInterval seconds between two checkpoints of a training, 0 to make one only after each epoch
 * @param lockTimeout seconds to wait for another process that trains the same, 0 for ever
 */
public record SearchRequest(
        TrainingInputs inputs,
        Map<String, String> present,
        Map<String, String> space,
        SearchOptions options,
        Path dataDirectory,
        @Nullable Path initialModel,
        int parallelTrials,
        int threads,
        long timeBudget,
        CacheDirectory cacheDirectory,
        int checkpointInterval,
        int lockTimeout)
        implements WorkerRequest {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if nothing can run at a time, or another number is negative
     */
    public SearchRequest {
        present = Map.copyOf(present);
        if (parallelTrials < 1 || threads < 1 || timeBudget < 0 || checkpointInterval < 0 || lockTimeout < 0) {
            throw new IllegalArgumentException(format(
                    "%d trials at a time on %d threads, %d s for all, a checkpoint after %d s and a wait of %d s are no search",
                    parallelTrials, threads, timeBudget, checkpointInterval, lockTimeout));
        }
    }
}
