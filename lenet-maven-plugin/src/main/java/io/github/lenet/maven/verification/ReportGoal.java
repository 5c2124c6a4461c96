package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.page.HtmlReport;
import io.github.lenet.page.ModelPage;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes the page of a verification that has been, with its numbers and its verdict.
 *
 * @param models obtains the model
 * @param datasets obtains the images that the page shows
 * @param inferences lets networks in ONNX files answer
 * @param log where the page is announced
 */
public record ReportGoal(ModelProvider models, DatasetProvider datasets, OnnxInferences inferences, Log log) {

    private static final String VERIFY_AGAIN = " Verify again with `mvn lenet:verify`, which writes the page as well.";

    /**
     * Writes the page.
     *
     * @param request what to write it about
     * @throws IOException if the numbers, the model or the data cannot be read, or the page cannot be written
     * @throws MojoExecutionException if nothing was verified, or if the model or the images are no longer those that
     *     were
     */
    public void run(ReportRequest request) throws IOException, MojoExecutionException {
        var file = request.reports().evaluationFile();
        if (!Files.exists(file)) {
            throw new MojoExecutionException("There is nothing to report: " + file + " does not exist." + VERIFY_AGAIN);
        }
        var report = EvaluationReport.read(file);
        var candidate = new Candidates(models, inferences, log).obtain(request.model(), "report", List.of());
        requireSame(candidate, request, report);
        var decorations = new Decorations();
        var images = candidate.givenAnswers().isPresent()
                ? Optional.<ModelPage.Images>empty()
                : Optional.of(images(candidate, request, report, decorations));
        var page = new ModelPage(report, candidate.shown(decorations), images, history(request));
        HtmlReport.write(request.reports(), page);
        decorations.report(log);
        log.info("Report: " + request.reports().htmlFile());
    }

    private static void requireSame(Candidate candidate, ReportRequest request, EvaluationReport report)
            throws MojoExecutionException {
        if (!candidate.sha256().equals(report.model().sha256())) {
            throw new MojoExecutionException(format(
                    "The %s is not the one that %s is about: its SHA-256 is %s and not %s.%s",
                    candidate.title(),
                    request.reports().evaluationFile(),
                    candidate.sha256(),
                    report.model().sha256(),
                    VERIFY_AGAIN));
        }
    }

    private ModelPage.Images images(
            Candidate candidate, ReportRequest request, EvaluationReport report, Decorations decorations)
            throws IOException, MojoExecutionException {
        var images = TestImages.of(datasets.obtain(request.dataset(), Split.TEST));
        var answers = candidate.answersTo(images.content());
        var now = EvaluationReport.of(Evaluation.of(answers));
        if (!now.dataset().equals(report.dataset())
                || !Arrays.deepEquals(now.confusionMatrix(), report.confusionMatrix())) {
            throw new MojoExecutionException(format(
                    "The images of %s are not those that %s is about.%s",
                    now.dataset().describe(), request.reports().evaluationFile(), VERIFY_AGAIN));
        }
        return images.shown(answers, decorations);
    }

    private Optional<HistoryFile.Content> history(ReportRequest request) throws IOException {
        if (request.history() == null) {
            return Optional.empty();
        }
        var content = request.history().read();
        content.warning().ifPresent(log::warn);
        return Optional.of(content);
    }
}
