package io.github.lenet.maven.verify;

import io.github.lenet.maven.data.DatasetOptions;
import java.nio.file.Path;

/**
 * One call of {@code lenet:verify}.
 *
 * @param name name of the verification in its reports
 * @param dataset the data set whose test images are used
 * @param modelFile the model to measure
 * @param minimumAccuracy the lowest accuracy that is good enough as decimal text, or null
 * @param haltOnFailure whether a missed gate fails the build
 * @param outputDirectory where the reports go
 */
public record VerifyRequest(
    String name,
    DatasetOptions dataset,
    Path modelFile,
    String minimumAccuracy,
    boolean haltOnFailure,
    Path outputDirectory) {

  /**
   * The report for machines.
   *
   * @return {@code evaluation.json} in the output directory
   */
  public Path evaluationFile() {
    return outputDirectory.resolve("evaluation.json");
  }
}
