package io.github.lenet.maven.training;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.model.ModelFile;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.training.TrainRequest.Reuse;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.LocatedDataset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code lenet:reproduce}, checked and complete.
 *
 * @param model the model to train again
 * @param dataset where its data is
 * @param initialModel the archive that the model went on from, or null
 * @param worker how the process that trains runs
 * @param build the build that asks
 * @param outputDirectory where the repeated model goes; it belongs to this goal alone
 */
public record ReproduceRequest(
        ModelOptions model,
        DatasetOptions dataset,
        @Nullable Path initialModel,
        WorkerOptions worker,
        Build build,
        Path outputDirectory) {

    /** The training that is to give the same model, with a cache of its own: nothing of an earlier one goes into it. */
    TrainRequest training(ModelFile original, LocatedDataset data, TrainingInputs inputs) {
        return new TrainRequest(
                new DatasetOptions(
                        data.name(),
                        data.directory(),
                        dataset.pictures(),
                        new CacheDirectory(
                                outputDirectory.resolve("cache"),
                                dataset.cacheDirectory().trusted()),
                        dataset.sources()),
                inputs.hyperparameters(),
                inputs.initialModel() == null ? null : initialModel,
                new Reuse("lenet:reproduce compares a second training with " + original.name(), 0, 0, 0),
                // The only one that promises the same bits.
                new BackendRequest("cpu", null, false),
                worker,
                () -> build,
                outputDirectory,
                null);
    }
}
