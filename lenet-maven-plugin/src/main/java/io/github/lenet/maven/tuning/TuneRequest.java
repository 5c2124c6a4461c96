package io.github.lenet.maven.tuning;

import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.spark.SparkOptions;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.page.TuningFiles;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.Search;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.SearchSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code lenet:tune}, checked and complete.
 *
 * @param name name of the model, for the page
 * @param dataset the data set to train on
 * @param present the hyperparameters that the POM has, as they are written; the others have their defaults
 * @param space what to search
 * @param options how long to search, and for what
 * @param timeBudget after how much time no more trials are proposed, zero for no limit
 * @param parallelTrials trainings side by side, 0 for as many as threads, or on Spark as there are in a batch
 * @param initialModel the archive that every training goes on from, or null for drawn parameters
 * @param checkpointInterval seconds between two checkpoints of a training, 0 to make one only after each epoch
 * @param lockTimeout seconds to wait for another process that trains the same, 0 for ever
 * @param spark the Spark that runs the trials, or null for this machine
 * @param worker how the process that trains runs
 * @param files where the results go
 */
public record TuneRequest(
        String name,
        DatasetOptions dataset,
        Map<String, String> present,
        SearchSpace space,
        SearchOptions options,
        Duration timeBudget,
        int parallelTrials,
        @Nullable Path initialModel,
        int checkpointInterval,
        int lockTimeout,
        @Nullable SparkOptions spark,
        WorkerOptions worker,
        TuningFiles files) {

    /**
     * Checks what belongs together.
     *
     * @throws InvalidParameterException if a present value is wrong, or other networks than that of the initial model
     *     are to be tried
     */
    public TuneRequest {
        present = Map.copyOf(present);
        var architectures = space.texts().get("architecture");
        if (initialModel != null && architectures != null) {
            throw new InvalidParameterException(
                    "search/architecture",
                    architectures,
                    "cannot be searched with an <initialModel>, which is of one architecture; leave out either");
        }
        Hyperparameters.of(present);
    }

    /** What the first trial has, with the share of images that is held out. */
    Hyperparameters current() {
        return new Search(space, present, options).current();
    }

    int trialsAtATime() {
        if (parallelTrials > 0) {
            return parallelTrials;
        }
        return spark == null ? worker.threadsOrProcessors() : Search.BATCH;
    }
}
