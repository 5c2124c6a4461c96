package io.github.lenet.maven.verification;

import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Reports;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code lenet:report}.
 *
 * @param dataset the data set that the model was verified on
 * @param model the model that was verified
 * @param reports the files of the verification
 * @param history what earlier verifications have found, or null
 */
public record ReportRequest(
        DatasetOptions dataset,
        ModelOptions model,
        Reports reports,
        @Nullable HistoryFile history) {}
