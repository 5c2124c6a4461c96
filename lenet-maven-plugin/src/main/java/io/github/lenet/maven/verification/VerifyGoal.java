package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.ImageNames;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.evaluation.Slices;
import io.github.lenet.gate.Coverage;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.model.NoModelException;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.report.Verification;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Measures a model and decides whether the build passes.
 *
 * @param models obtains the model
 * @param datasets obtains the data
 * @param baselines obtains the model to compare with
 * @param inferences lets networks in ONNX files answer
 * @param conclusion what becomes of the verdict
 * @param log where a check that is left out is reported
 */
public record VerifyGoal(
        ModelProvider models,
        DatasetProvider datasets,
        Baselines baselines,
        OnnxInferences inferences,
        Conclusion conclusion,
        Log log) {

    /**
     * Verifies. Every report is written before a missed gate fails the build, the numbers and the verdict first.
     *
     * @param request what to verify
     * @throws IOException if the model or the data cannot be read, or the numbers and the verdict cannot be written
     * @throws MojoExecutionException if there is no model, nothing to check, or no baseline that can be compared with
     * @throws MojoFailureException if the model is not good enough
     */
    public void run(VerifyRequest request) throws IOException, MojoExecutionException, MojoFailureException {
        if (request.demands().isEmpty() && request.policy().failIfNoRules()) {
            throw new MojoExecutionException("There is nothing to check: set a minimum, for example"
                    + " <properties><lenet.minimumAccuracy>0.98</lenet.minimumAccuracy></properties>,"
                    + " or skip the gate with -Dlenet.skipVerify.");
        }
        if (request.slices() == null) {
            request.demands().requireSlices(List.of());
        }
        try {
            verify(
                    request,
                    new Candidates(models, inferences, log).obtain(request.model(), "verify", request.trainings()));
        } catch (NoModelException e) {
            if (request.policy().failIfNoModel()) {
                throw e;
            }
            log.warn(format("Nothing is checked: %s, and failIfNoModel is false.", e.reason()));
        }
    }

    private void verify(VerifyRequest request, Candidate candidate)
            throws IOException, MojoExecutionException, MojoFailureException {
        var demands = request.demands();
        candidate.requireAnswers(demands);
        candidate.classNames().ifPresent(demands::requireFitting);
        var images = candidate.givenAnswers().isPresent() ? null : images(request, candidate);
        var slices = slices(request, candidate, images);
        // Before the measuring, so that a build which cannot be judged ends at once.
        var baseline = baseline(demands, images);
        if (demands.areWithoutRules() && baseline == null) {
            var unjudged = candidate.evaluation(answers(candidate, images), slices);
            conclusion.withoutVerdict(unjudged, warnings(candidate, demands, unjudged, List.of()), request.reports());
            return;
        }
        var leaks = Optional.ofNullable(images).flatMap(candidate::leakCheck);
        var answers = answers(candidate, images);
        var evaluation = candidate.evaluation(answers, slices);
        var comparison = baseline == null ? null : candidate.compare(answers, baseline, images);
        var further = Checked.all(demands.evaluations(), datasets, candidate);
        var warnings = warnings(candidate, demands, evaluation, Checked.evaluations(further));
        if (baseline != null) {
            warnings.addAll(baseline.warnings(images == null ? null : images.content()));
        }
        var verdict = demands.verdict(evaluation, comparison, Checked.results(further), warnings);
        var verification = new Verification(
                candidate.description().orElse(null),
                evaluation,
                leaks.map(LeakCheck::leaked).orElse(null),
                Checked.evaluations(further),
                comparison,
                verdict);
        conclusion.keep(verdict, () -> request.reports().write(verification));
        var decorations = new Accompaniment(request, candidate, images, answers).write(verification);
        conclusion.draw(verdict, request.reports(), request.policy().haltOnFailure(), decorations);
    }

    private TestImages images(VerifyRequest request, Candidate candidate) throws IOException, MojoExecutionException {
        var dataset = datasets.obtain(request.dataset(), Split.TEST);
        if (candidate.classNames().isEmpty()) {
            request.demands().requireFitting(dataset.classNames());
        }
        requireFresh(request, candidate, dataset);
        return TestImages.of(dataset);
    }

    private static @Nullable SlicesFile slices(VerifyRequest request, Candidate candidate, @Nullable TestImages images)
            throws IOException {
        var options = request.slices();
        if (options == null) {
            return null;
        }
        var slices = images == null
                ? options.read(
                        new ImageNames(candidate.givenAnswers().orElseThrow().dataset(), candidate.givenIds()))
                : options.read(images.dataset(), Split.TEST, images.content());
        request.demands().requireSlices(Slices.names(slices));
        return slices;
    }

    private @Nullable Baseline baseline(Demands demands, @Nullable TestImages images)
            throws IOException, MojoExecutionException {
        var isOwnData = images != null && images.dataset().isOwn();
        return demands.baseline() == null
                ? null
                : baselines.obtain(demands.baseline(), isOwnData).orElse(null);
    }

    private static Answers answers(Candidate candidate, @Nullable TestImages images)
            throws IOException, MojoExecutionException {
        return images == null ? candidate.givenAnswers().orElseThrow() : candidate.answersTo(images.content());
    }

    private static List<String> warnings(
            Candidate candidate, Demands demands, Evaluation evaluation, List<NamedEvaluation> further) {
        var warnings = new ArrayList<>(candidate.warnings(demands));
        warnings.addAll(Coverage.warnings(evaluation, further));
        return warnings;
    }

    private void requireFresh(VerifyRequest request, Candidate candidate, LocatedDataset dataset)
            throws MojoExecutionException {
        var stale = candidate.description().flatMap(model -> Staleness.of(request, model, dataset));
        if (stale.isPresent() && request.policy().failIfStale()) {
            throw new MojoExecutionException(stale.get() + " Or accept it with <failIfStale>false</failIfStale>.");
        }
        stale.ifPresent(log::warn);
    }
}
