package io.github.lenet.maven.verification;

import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.dataset.SlicesOptions;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.report.Publication;
import io.github.lenet.report.Reports;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code lenet:verify}, checked and complete.
 *
 * @param model the model to measure
 * @param dataset the data set whose test images are used
 * @param slices the file that says which of them have something in common, or null
 * @param demands what is demanded of the model, perhaps nothing
 * @param trainings the trainings of the POM that would write the model
 * @param policy what to do when something is not as it should be
 * @param publication what the model card says of the project
 * @param page whether the page for people is written as well
 * @param reports the files to write
 * @param history where the numbers are kept for good, or null
 */
public record VerifyRequest(
        ModelOptions model,
        DatasetOptions dataset,
        @Nullable SlicesOptions slices,
        Demands demands,
        List<PlannedTraining> trainings,
        VerifyPolicy policy,
        Publication publication,
        boolean page,
        Reports reports,
        @Nullable BuildHistory history) {

    /** Keeps a copy of the list. */
    public VerifyRequest {
        trainings = List.copyOf(trainings);
    }
}
