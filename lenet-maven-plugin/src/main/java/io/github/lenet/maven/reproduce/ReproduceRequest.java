package io.github.lenet.maven.reproduce;

import io.github.lenet.dataset.LocatedDataset;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.maven.train.TrainRequest;
import io.github.lenet.maven.train.TrainRequest.Reuse;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.Provenance.Build;
import java.nio.file.Path;
import java.util.List;

/**
 * One call of {@code lenet:reproduce}, checked and complete.
 *
 * @param modelFile the model to train again
 * @param dataset where its data is
 * @param threads threads for the arithmetic, at least 1
 * @param java the JVM to train on
 * @param jvmArguments arguments for that JVM
 * @param timeoutInSeconds limit for the worker, 0 for none
 * @param build the build that asks
 * @param outputDirectory where the repeated model goes; it belongs to this goal alone
 */
public record ReproduceRequest(
    Path modelFile,
    DatasetOptions dataset,
    int threads,
    JavaExecutable java,
    List<String> jvmArguments,
    int timeoutInSeconds,
    Build build,
    Path outputDirectory) {

  /** The training that is to give the same model, with a cache of its own: nothing of an earlier one goes into it. */
  TrainRequest training(LocatedDataset data, Hyperparameters hyperparameters) {
    return new TrainRequest(
        new DatasetOptions(
            data.name(), data.directory(), dataset.pictures(), outputDirectory.resolve("cache"), dataset.sources()),
        hyperparameters,
        threads,
        new Reuse(true, 0, 0),
        // The only one that promises the same bits.
        new BackendRequest("cpu", null, false),
        java,
        jvmArguments,
        timeoutInSeconds,
        () -> build,
        outputDirectory,
        null);
  }
}
