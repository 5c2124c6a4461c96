package io.github.lenet.maven.report;

import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.report.Reports;
import java.nio.file.Path;

/**
 * One call of {@code lenet:report}.
 *
 * @param dataset the data set that the model was verified on
 * @param modelFile the model that was verified
 * @param reports the files of the verification
 */
public record ReportRequest(DatasetOptions dataset, Path modelFile, Reports reports) {}
