package io.github.lenet.maven.verify;

import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.report.Reports;
import java.nio.file.Path;

/**
 * One call of {@code lenet:verify}, checked and complete.
 *
 * @param dataset the data set whose test images are used
 * @param modelFile the model to measure
 * @param minimumAccuracy the lowest accuracy that is good enough as decimal text, or null
 * @param haltOnFailure whether a missed gate fails the build
 * @param reports the files to write
 */
public record VerifyRequest(
    DatasetOptions dataset, Path modelFile, String minimumAccuracy, boolean haltOnFailure, Reports reports) {}
