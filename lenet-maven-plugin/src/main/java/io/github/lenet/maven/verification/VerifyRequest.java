package io.github.lenet.maven.verification;

import io.github.lenet.gate.Rule;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.gate.FurtherEvaluation;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.report.Publication;
import io.github.lenet.report.Reports;
import java.nio.file.Path;
import java.util.List;

/**
 * One call of {@code lenet:verify}, checked and complete.
 *
 * @param model the model to measure
 * @param dataset the data set whose test images are used
 * @param rules what is demanded of it, perhaps nothing
 * @param evaluations other images to measure it on, each with its own rules
 * @param baseline the model to compare with, or null
 * @param trainings the trainings of the POM that would write the model
 * @param packagedCopies where those trainings put a copy of the model for the module's jar
 * @param policy what to do when something is not as it should be
 * @param publication what the model card says of the project
 * @param page whether the page for people is written as well
 * @param reports the files to write
 */
public record VerifyRequest(
        ModelOptions model,
        DatasetOptions dataset,
        List<Rule> rules,
        List<FurtherEvaluation> evaluations,
        BaselineRequest baseline,
        List<PlannedTraining> trainings,
        List<Path> packagedCopies,
        VerifyPolicy policy,
        Publication publication,
        boolean page,
        Reports reports) {

    /** Keeps copies of the lists. */
    public VerifyRequest {
        rules = List.copyOf(rules);
        evaluations = List.copyOf(evaluations);
        trainings = List.copyOf(trainings);
        packagedCopies = List.copyOf(packagedCopies);
    }

    /** Whether there is anything to check at all. */
    boolean isEmpty() {
        return rules.isEmpty() && evaluations.isEmpty() && baseline == null;
    }

    /** Refuses rules that can be asked of no model with these classes. */
    void requireFitting(List<String> classNames) {
        rules.forEach(rule -> rule.requireFitting(classNames));
        evaluations.forEach(evaluation -> evaluation.gate().requireFitting(classNames));
    }
}
