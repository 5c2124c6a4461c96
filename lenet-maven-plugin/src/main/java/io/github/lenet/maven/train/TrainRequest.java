package io.github.lenet.maven.train;

import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.Provenance.Build;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * One call of {@code lenet:train}, checked and complete.
 *
 * @param dataset the data set to train on
 * @param hyperparameters everything that changes the result
 * @param threads threads for the arithmetic, at least 1
 * @param reuse what it takes from earlier trainings
 * @param backend the libraries to compute with
 * @param java the JVM to train on
 * @param jvmArguments arguments for that JVM
 * @param timeoutInSeconds limit for the worker, 0 for none
 * @param build the build that asks, for {@code provenance.json}; looked at only by a training
 * @param outputDirectory where the model and its descriptions go
 * @param packagedModel second place of the model, from where it reaches the module's jar, or null
 */
public record TrainRequest(
    DatasetOptions dataset,
    Hyperparameters hyperparameters,
    int threads,
    Reuse reuse,
    BackendRequest backend,
    JavaExecutable java,
    List<String> jvmArguments,
    int timeoutInSeconds,
    Supplier<Build> build,
    Path outputDirectory,
    Path packagedModel) {

  /**
   * What a training takes from earlier ones, and leaves for later ones.
   *
   * @param force whether to train from the start, whatever there is
   * @param cachedModels how many trained models the cache keeps, 0 for none
   * @param checkpointInterval seconds between two checkpoints, 0 to make one only after each epoch
   */
  public record Reuse(boolean force, int cachedModels, int checkpointInterval) {}

  /**
   * The files to write, in the output directory.
   *
   * @return the archive and what belongs to it
   */
  public TrainedFiles files() {
    return TrainedFiles.in(outputDirectory);
  }
}
