package io.github.lenet.maven.verification;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.gate.FurtherEvaluation;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The numbers of a model on other images, and what the rules for these say.
 *
 * @param evaluation the numbers
 * @param results the rules
 */
record Checked(NamedEvaluation evaluation, List<RuleResult> results) {

    /**
     * Measures a model on other images.
     *
     * @param evaluations which images, and what is demanded there
     * @param datasets obtains them
     * @param model answers them
     * @return what was measured, in the same order
     */
    static List<Checked> all(List<FurtherEvaluation> evaluations, DatasetProvider datasets, Candidate model)
            throws IOException, MojoExecutionException {
        var checked = new ArrayList<Checked>();
        for (var further : evaluations) {
            var images = datasets.obtain(further.dataset(), further.split()).read(further.split());
            var evaluation = Evaluation.of(model.answersTo(transformed(further, images)));
            var results = further.gate().check(further.name(), evaluation);
            checked.add(new Checked(new NamedEvaluation(further.name(), evaluation), results));
        }
        return checked;
    }

    private static Dataset transformed(FurtherEvaluation evaluation, Dataset images) {
        try {
            return evaluation.transformation().apply(images);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("evaluations", evaluation.name(), "cannot be made: " + e.getMessage());
        }
    }

    static List<NamedEvaluation> evaluations(List<Checked> all) {
        return all.stream().map(Checked::evaluation).toList();
    }

    static List<RuleResult> results(List<Checked> all) {
        return all.stream().flatMap(checked -> checked.results().stream()).toList();
    }
}
