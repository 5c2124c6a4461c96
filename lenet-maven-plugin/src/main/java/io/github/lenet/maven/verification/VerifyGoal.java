package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.Coverage;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.maven.model.ModelFile;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.model.NoModelException;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.model.Classifier;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.page.ModelPage;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Verification;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

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
        try {
            var predictions = request.model().predictions();
            if (predictions == null) {
                var archive = models.obtain(request.model(), "verify");
                if (OnnxFile.isOne(archive.path())) {
                    new OnnxVerification(datasets, baselines, inferences, conclusion)
                            .run(request, OnnxFile.read(archive.path()));
                } else {
                    verify(request, archive, archive.classifier());
                }
            } else {
                new PredictionsVerification(datasets, baselines, conclusion).run(request, predictions);
            }
        } catch (NoModelException e) {
            if (request.policy().failIfNoModel()) {
                throw e;
            }
            log.warn(format("Nothing is checked: %s, and failIfNoModel is false.", e.reason()));
        }
    }

    private void verify(VerifyRequest request, ModelFile archive, Classifier model)
            throws IOException, MojoExecutionException, MojoFailureException {
        request.demands().requireFitting(model.description().classNames());
        var dataset = datasets.obtain(request.dataset(), Split.TEST);
        requireFresh(request, model, dataset);
        // Before the measuring, so that a build which cannot be judged ends at once.
        var wanted = request.demands().baseline();
        var baseline = wanted == null
                ? null
                : baselines.obtain(wanted, dataset.isOwn()).orElse(null);
        var images = dataset.read(Split.TEST);
        if (request.demands().areWithoutRules() && baseline == null) {
            var unjudged = evaluation(request, model, ClassifierAnswers.of(model, images));
            conclusion.withoutVerdict(unjudged, Coverage.warnings(unjudged, List.of()), request.reports());
            return;
        }
        var leaks = LeakCheck.begin(dataset, images, log);
        var answers = ClassifierAnswers.of(model, images);
        var evaluation = evaluation(request, model, answers);
        var comparison = baseline == null ? null : baseline.compare(answers, images);
        var further =
                Checked.all(request.demands().evaluations(), datasets, others -> ClassifierAnswers.of(model, others));
        var warnings = new ArrayList<>(Coverage.warnings(evaluation, Checked.evaluations(further)));
        if (baseline != null) {
            warnings.addAll(baseline.warnings(images));
        }
        var verdict = request.demands().verdict(evaluation, comparison, Checked.results(further), warnings);
        var verification = new Verification(
                model.description(), evaluation, leaks.leaked(), Checked.evaluations(further), comparison, verdict);
        conclusion.keep(verdict, () -> request.reports().write(verification));
        var decorations = decorate(request, archive, verification, new Answered(model, dataset, images, answers));
        conclusion.draw(verdict, request.reports(), request.policy().haltOnFailure(), decorations);
    }

    /** The numbers, under the digests of the model and of the copy that an application will have. */
    private Evaluation evaluation(VerifyRequest request, Classifier model, Answers answers) {
        var evaluation = Evaluation.of(answers);
        var copy = PackagedCopy.sha256(model, request.trainings(), log).orElse(null);
        return evaluation.withModel(evaluation.model().packagedAs(copy));
    }

    /** A model and what it answered. */
    private record Answered(Classifier model, LocatedDataset dataset, Dataset images, Answers answers) {}

    /** Writes what accompanies the verdict, which is in its files by now. */
    private static Decorations decorate(
            VerifyRequest request, ModelFile archive, Verification verification, Answered answered) {
        var decorations = new Decorations();
        var provenance = decorations
                .find(archive.provenance(), () -> archive.provenanceOf(answered.model()))
                .orElse(null);
        var publication = decorations
                .find("the data set", () -> ModelOrigin.complete(request.publication(), answered.model(), provenance))
                .orElse(request.publication());
        Accompaniment.write(
                decorations,
                request,
                verification,
                publication,
                () -> new ModelPage(
                        EvaluationReport.of(verification),
                        new ModelPage.Model(answered.model(), provenance),
                        Accompaniment.images(decorations, answered.dataset(), answered.images(), answered.answers())));
        return decorations;
    }

    private void requireFresh(VerifyRequest request, Classifier model, LocatedDataset dataset)
            throws MojoExecutionException {
        var stale = Staleness.of(request, model.description(), dataset);
        if (stale.isPresent() && request.policy().failIfStale()) {
            throw new MojoExecutionException(stale.get() + " Or accept it with <failIfStale>false</failIfStale>.");
        }
        stale.ifPresent(log::warn);
    }
}
