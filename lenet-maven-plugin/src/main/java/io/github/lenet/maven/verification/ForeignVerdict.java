package io.github.lenet.maven.verification;

import io.github.lenet.answer.Answers;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.page.ModelPage;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Verification;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a model from elsewhere, of which nothing is known but its answers.
 *
 * @param request what was verified
 * @param answers what the model answered
 * @param evaluation their numbers
 * @param images the images that it answered, if they are at hand
 */
record ForeignVerdict(
        VerifyRequest request,
        Answers answers,
        Evaluation evaluation,
        @Nullable Images images) {

    /** Images that were answered. */
    record Images(LocatedDataset dataset, Dataset content) {}

    /**
     * Holds the numbers against the demands, and writes all files.
     *
     * @param conclusion what becomes of the verdict
     * @param comparison the comparison with the baseline, or null if there is none
     * @param further what was measured on other images
     * @param warnings what the reader must know
     */
    void draw(Conclusion conclusion, @Nullable Comparison comparison, List<Checked> further, List<String> warnings)
            throws IOException, MojoExecutionException, MojoFailureException {
        if (request.demands().areWithoutRules() && comparison == null) {
            conclusion.withoutVerdict(evaluation, warnings, request.reports());
            return;
        }
        var verdict = request.demands().verdict(evaluation, comparison, Checked.results(further), warnings);
        var verification = new Verification(null, evaluation, null, Checked.evaluations(further), comparison, verdict);
        conclusion.keep(verdict, () -> request.reports().write(verification));
        var decorations = new Decorations();
        Accompaniment.write(
                decorations,
                request,
                verification,
                request.publication(),
                () -> new ModelPage(
                        EvaluationReport.of(verification),
                        Optional.empty(),
                        Optional.ofNullable(images)
                                .map(shown ->
                                        Accompaniment.images(decorations, shown.dataset(), shown.content(), answers))));
        conclusion.draw(verdict, request.reports(), request.policy().haltOnFailure(), decorations);
    }
}
