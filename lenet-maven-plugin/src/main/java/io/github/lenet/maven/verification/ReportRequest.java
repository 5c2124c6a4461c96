package io.github.lenet.maven.verification;

import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.report.Reports;

/**
 * One call of {@code lenet:report}.
 *
 * @param dataset the data set that the model was verified on
 * @param model the model that was verified
 * @param reports the files of the verification
 */
public record ReportRequest(DatasetOptions dataset, ModelOptions model, Reports reports) {}
