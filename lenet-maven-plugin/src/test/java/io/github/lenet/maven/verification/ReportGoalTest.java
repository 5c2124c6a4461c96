package io.github.lenet.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.Verdict;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.model.Classifier;
import io.github.lenet.page.HtmlReport;
import io.github.lenet.page.ModelPage;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Reports;
import io.github.lenet.report.Verification;
import io.github.lenet.store.PictureOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
class ReportGoalTest {

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @TempDir
    private Path folder;

    private Path model;
    private ModelOptions options;
    private Reports reports;
    private DatasetOptions dataset;
    private Verification verification;
    private HistoryFile history;

    @BeforeEach
    void train() throws Exception {
        model = Models.trained(system);
        dataset = TrainedModel.dataset();
        reports = new Reports(folder.resolve("lenet"), "digits");
    }

    @Test
    void writesThePageOfTheVerification() throws Exception {
        verify("0.5");
        var expected = Files.readString(reports.htmlFile());
        Files.delete(reports.htmlFile());

        report();

        assertThat(reports.htmlFile()).content().isEqualTo(expected);
        assertThat(log.lines("info")).contains("Report: " + reports.htmlFile());
    }

    @Test
    void keepsAVerdictThatFailed() throws Exception {
        verify("1");
        var numbers = Files.readString(reports.evaluationFile());

        report();

        assertThat(reports.htmlFile()).content().contains("✗ failed", "but the minimum is 1.0000.");
        assertThat(reports.evaluationFile()).content().isEqualTo(numbers);
    }

    @Test
    void showsTheBuildsOfTheHistory() throws Exception {
        verify("0.5");
        history = new HistoryFile(folder.resolve("history.jsonl"));
        history.append(HistoryEntry.of("2026-11-30T22:00:00Z", "abc", "1.0", "digits", verification));
        history.append(HistoryEntry.of("2026-12-01T22:00:00Z", "def", "1.1", "digits", verification));
        Files.writeString(history.path(), "torn", StandardOpenOption.APPEND);

        report();

        assertThat(reports.htmlFile())
                .content()
                .contains(
                        "2 builds with the name digits on ",
                        "1 line of it cannot be read.",
                        "<td>1.0</td><td>abc</td>");
        assertThat(log.lines("warn"))
                .containsExactly("Line 3 of " + history.path() + " is no entry of a history, and stays as it is.");
        assertThat(history.path()).content().endsWith("torn");
    }

    @Test
    void writesThePageWithoutAProvenanceThatCannotBeRead() throws Exception {
        model = Files.copy(model, folder.resolve("model.zip"));
        verify("0.5");
        var provenance = Files.writeString(folder.resolve("provenance.json"), "torn");
        Files.delete(reports.htmlFile());

        report();

        assertThat(reports.htmlFile()).content().contains("✓ passed");
        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith("The verdict stands, but not all that goes with it could be written: " + provenance);
    }

    @Test
    void saysWhatToDoBeforeAVerification() {
        assertFails("There is nothing to report: " + reports.evaluationFile() + " does not exist.");
    }

    @Test
    void refusesAnotherModel() throws Exception {
        verify("0.5");
        model = Models.without(model, folder.resolve("other.zip"), 7);

        assertFails("The model " + model + " is not the one that " + reports.evaluationFile() + " is about");
    }

    @Test
    void refusesOtherImages() throws Exception {
        verify("0.5");
        SyntheticDigits.write(folder.resolve("data"), 10, 200, 7);
        dataset = new DatasetOptions(
                "my-digits",
                folder.resolve("data"),
                PictureOptions.DEFAULT,
                new CacheDirectory(folder, false),
                List.of());

        assertFails("The images of my-digits test (200 images) are not those that ");
    }

    @Test
    void writesThePageOfPredictions() throws Exception {
        var file = Files.writeString(folder.resolve("scores.csv"), "label,predicted\ncat,cat\ndog,cat\n");
        var predictions = PredictionsOptions.of(file.toFile(), ",", null, false, folder);
        var evaluation = Evaluation.of(predictions.read("verify").answers());
        var verdict = new Verdict(new Gate(List.of(Rule.minimumAccuracy("0.5"))).check(evaluation));
        reports.write(new Verification(null, evaluation, verdict));
        options = new ModelOptions(null, null, predictions);

        report();

        assertThat(reports.htmlFile()).content().contains("✓ passed", "<dt>File</dt><dd>scores.csv</dd>");

        Files.writeString(file, "label,predicted\ncat,cat\ndog,dog\n");
        assertThatThrownBy(this::report)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The file of predictions " + file + " is not the one that ");
    }

    private void verify(String minimum) throws Exception {
        var classifier = Classifier.load(model);
        var images = datasets().obtain(dataset, Split.TEST).read(Split.TEST);
        var answers = ClassifierAnswers.of(classifier, images);
        var evaluation = Evaluation.of(answers);
        var verdict = new Verdict(new Gate(List.of(Rule.minimumAccuracy(minimum))).check(evaluation));
        verification = new Verification(classifier.description(), evaluation, verdict);
        reports.write(verification);
        var provenance = models().obtain(ModelOptions.of(model), "verify").provenanceOf(classifier);
        HtmlReport.write(
                reports,
                new ModelPage(
                        EvaluationReport.of(verification),
                        new ModelPage.Model(classifier, provenance),
                        new ModelPage.Images(new NamedImages(images, List.of()), answers)));
    }

    private void report() throws Exception {
        new ReportGoal(models(), datasets(), TrainedModel.inferences(system, log.log(), folder), log.log())
                .run(new ReportRequest(dataset, options == null ? ModelOptions.of(model) : options, reports, history));
    }

    private ModelProvider models() {
        return TrainedModel.models(system, log.log());
    }

    private DatasetProvider datasets() {
        return TrainedModel.datasets(system, log.log());
    }

    private void assertFails(String message) {
        assertThatThrownBy(this::report)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("`mvn lenet:verify`");
        assertThat(log.lines("info")).isEmpty();
    }
}
