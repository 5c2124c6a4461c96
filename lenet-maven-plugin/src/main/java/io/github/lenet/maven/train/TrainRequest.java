package io.github.lenet.maven.train;

import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.Provenance.Build;
import java.nio.file.Path;
import java.util.List;

/**
 * One call of {@code lenet:train}, checked and complete.
 *
 * @param dataset the data set to train on
 * @param hyperparameters everything that changes the result
 * @param threads threads for the arithmetic, at least 1
 * @param checkpointInterval seconds between two checkpoints, 0 to make one only after each epoch
 * @param backend the libraries to compute with
 * @param java the JVM to train on
 * @param jvmArguments arguments for that JVM
 * @param timeoutInSeconds limit for the worker, 0 for none
 * @param build the build that asks, for {@code provenance.json}
 * @param outputDirectory where the model and its descriptions go
 * @param packagedModel second place of the model, from where it reaches the module's jar, or null
 */
public record TrainRequest(
    DatasetOptions dataset,
    Hyperparameters hyperparameters,
    int threads,
    int checkpointInterval,
    BackendRequest backend,
    JavaExecutable java,
    List<String> jvmArguments,
    int timeoutInSeconds,
    Build build,
    Path outputDirectory,
    Path packagedModel) {

  /**
   * The archive to write.
   *
   * @return {@code model.zip} in the output directory
   */
  public Path modelFile() {
    return outputDirectory.resolve("model.zip");
  }
}
