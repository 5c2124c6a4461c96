package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.model.Classifier;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.page.HtmlReport;
import io.github.lenet.page.ModelPage;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

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
        var predictions = request.model().predictions();
        var page = predictions == null ? page(request, report) : page(request, report, predictions);
        HtmlReport.write(request.reports(), withHistory(page, request.history()));
        log.info("Report: " + request.reports().htmlFile());
    }

    private ModelPage withHistory(ModelPage page, @Nullable HistoryFile history) throws IOException {
        if (history == null) {
            return page;
        }
        var content = history.read();
        content.warning().ifPresent(log::warn);
        return page.withHistory(content);
    }

    private ModelPage page(ReportRequest request, EvaluationReport report) throws IOException, MojoExecutionException {
        var archive = models.obtain(request.model(), "report");
        var network = OnnxFile.find(archive.path());
        if (network.isPresent()) {
            return page(request, report, network.get());
        }
        var model = Classifier.load(archive.path());
        requireSame("model " + archive.name(), model.sha256(), request, report);
        var dataset = datasets.obtain(request.dataset(), Split.TEST);
        var images = images(request, report, dataset, content -> ClassifierAnswers.of(model, content));
        return new ModelPage(report, new ModelPage.Model(model, archive.provenanceOf(model)), images);
    }

    private ModelPage page(ReportRequest request, EvaluationReport report, OnnxFile file)
            throws IOException, MojoExecutionException {
        requireSame("model " + file.file(), file.sha256(), request, report);
        var dataset = datasets.obtain(request.dataset(), Split.TEST);
        var images = images(request, report, dataset, content -> inferences.answers(file, content));
        return new ModelPage(report, Optional.empty(), Optional.of(images));
    }

    private ModelPage page(ReportRequest request, EvaluationReport report, PredictionsOptions predictions)
            throws IOException, MojoExecutionException {
        var answered = predictions.read("report");
        requireSame(
                "file of predictions " + predictions.file(), answered.model().sha256(), request, report);
        if (!predictions.hasImages()) {
            return new ModelPage(report, Optional.empty(), Optional.empty());
        }
        var dataset = datasets.obtain(request.dataset(), Split.TEST);
        return new ModelPage(
                report, Optional.empty(), Optional.of(images(request, report, dataset, answered::answersTo)));
    }

    private static void requireSame(String model, String sha256, ReportRequest request, EvaluationReport report)
            throws MojoExecutionException {
        if (!sha256.equals(report.model().sha256())) {
            throw new MojoExecutionException(format(
                    "The %s is not the one that %s is about: its SHA-256 is %s and not %s.%s",
                    model,
                    request.reports().evaluationFile(),
                    sha256,
                    report.model().sha256(),
                    VERIFY_AGAIN));
        }
    }

    private static ModelPage.Images images(
            ReportRequest request, EvaluationReport report, LocatedDataset dataset, Candidate candidate)
            throws IOException, MojoExecutionException {
        var images = dataset.read(Split.TEST);
        var answers = candidate.answersTo(images);
        var now = EvaluationReport.of(Evaluation.of(answers));
        if (!now.dataset().equals(report.dataset())
                || !Arrays.deepEquals(now.confusionMatrix(), report.confusionMatrix())) {
            throw new MojoExecutionException(format(
                    "The images of %s are not those that %s is about.%s",
                    now.dataset().describe(), request.reports().evaluationFile(), VERIFY_AGAIN));
        }
        var named = new NamedImages(images, dataset.pictures(Split.TEST, images.size()));
        return new ModelPage.Images(named, answers);
    }
}
