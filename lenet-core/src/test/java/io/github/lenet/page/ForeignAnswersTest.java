package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.gate.Verdict;
import io.github.lenet.report.Aggregation;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.EvaluationTable;
import io.github.lenet.report.Publication;
import io.github.lenet.report.Reports;
import io.github.lenet.report.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that is made of answers can be made of those of a model from elsewhere, and leaves out what nobody knows of it.
 */
class ForeignAnswersTest {

    /** What only a model of this project, or probabilities, can give. */
    private static final String[] UNKNOWN = {"null", "NaN", "nats", "arameters", "rchitecture", "alibration"};

    @TempDir
    private Path folder;

    private Reports reports;

    @BeforeEach
    void writeAll() throws IOException {
        reports = new Reports(folder, "scores");
        var verification = Samples.classesAlone();
        reports.write(verification);
        reports.writeSummary(verification);
        reports.writeModelCard(verification, Publication.ofNobody(null));
        reports.writeBillOfMaterials(verification, Publication.ofNobody(null));
        var report = EvaluationReport.read(reports.evaluationFile());
        HtmlReport.write(reports, new ModelPage(report, Optional.empty(), Optional.empty()));
    }

    @Test
    void theJUnitFileHasEachRuleAndAnErrorForTheUnknownLoss() {
        assertThat(reports.junitFile())
                .content()
                .contains("tests=\"3\" errors=\"1\" skipped=\"0\" failures=\"0\"")
                .contains("<property name=\"dataset\" value=\"labels.csv (200 images)\"/>")
                .contains("<property name=\"model.kind\" value=\"predictions\"/>")
                .contains("<property name=\"model.name\" value=\"new.csv\"/>")
                .contains("<testcase name=\"minimum accuracy on labels.csv\"")
                .contains("<error message=\"loss on labels.csv (200 images) is unknown: new.csv gives classes without"
                        + " probabilities.\"")
                .doesNotContain("null", "architecture");
    }

    @Test
    void theSummaryNamesTheFile() {
        assertThat(reports.summaryFile())
                .content()
                .contains("Accuracy on labels.csv (200 images): **0.9000** (95 % confidence: 0.8505 to 0.9344).")
                .contains("Baseline: old.csv with **0.8500**; images gained: 10, lost: 0.")
                .containsPattern("Model: new.csv, SHA-256 `[0-9a-f]{64}`")
                .doesNotContain(UNKNOWN);
    }

    @Test
    void theModelCardSaysWhatIsNotStated() {
        assertThat(reports.modelCardFile())
                .content()
                .contains("- Output: one of the classes 0, 1, 2", "- File: new.csv, SHA-256 ")
                .contains("## Training data\n\n- Data set: not stated\n")
                .contains("## Training procedure\n\nNot stated: the model was not trained by lenet.\n")
                .contains("| 0 | 20 | 0.9000 (0.6989 to 0.9722) |")
                .doesNotContain(UNKNOWN);
    }

    @Test
    void theBillOfMaterialsHoldsNoDigestOfAFileThatIsNotTheModel() {
        assertThat(reports.billOfMaterialsFile())
                .content()
                .contains("\"machine-learning-model\"", "\"accuracy\"")
                .doesNotContain("hashes", "deeplearning4j", "modelParameters", "null");
    }

    @Test
    void thePageShowsTheVerdictAndTheNumbers() {
        assertThat(reports.htmlFile())
                .content()
                .contains("✗ failed</span>", "loss on labels.csv (200 images) is unknown")
                .contains("<h2>Results on labels.csv (200 images)</h2>", "<h2>Confusion matrix</h2>")
                .contains("<dt>File</dt><dd>new.csv</dd>", "<dt>Baseline</dt><dd>old.csv</dd>")
                .doesNotContain("Loss in nats", "Expected calibration error", "<h2>Calibration</h2>", "<canvas", "<img")
                .doesNotContain("Learning history</h2>", "First-layer filters</h2>", "Hyperparameters");
    }

    @Test
    void theTableAndTheAggregationLeaveTheLossOut() throws IOException {
        var report = EvaluationReport.read(reports.evaluationFile());

        assertThat(EvaluationTable.lines(report.evaluation()))
                .noneMatch(line -> line.startsWith("loss"))
                .first()
                .asString()
                .matches("new\\.csv \\(sha256 [0-9a-f]{12}\\.\\.\\.\\) on labels\\.csv \\(200 images\\)");
        var aggregation = new Aggregation(report.evaluations("scores"), new Verdict(report.results("scores")));
        var all = new Reports(folder, "all");
        all.write(aggregation);
        all.writeSummary(aggregation);
        HtmlReport.write(all, aggregation);
        assertThat(all.aggregateFile()).content().doesNotContain("loss\":");
        assertThat(all.summaryFile()).content().doesNotContain(UNKNOWN);
        assertThat(all.htmlFile()).content().contains("<td data-title=\"Loss\">–</td>");
    }
}
