package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.gate.RuleResult;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/**
 * The page of a verification on the site of the project: a short one in the skin of the site, and the whole beside it.
 *
 * @param reports the files
 */
public record SitePage(Reports reports) {

    /** Name of the short page, without its ending, and of the folder with the whole one. */
    public static final String NAME = "lenet-report";

    private static final String WHOLE_PAGE = NAME + "/index.html";

    /**
     * Tells whether there is anything to show.
     *
     * @return true if the verification has been, and has left its page
     */
    public boolean isThere() {
        return Files.exists(reports.evaluationFile()) && Files.exists(reports.htmlFile());
    }

    /**
     * Writes both pages.
     *
     * @param sink takes the short one
     * @param siteDirectory the folder of the site
     * @param title title of the short one
     * @throws IOException if the files of the verification cannot be read, or the whole page cannot be copied
     */
    public void write(Sink sink, Path siteDirectory, String title) throws IOException {
        var report = EvaluationReport.read(reports.evaluationFile());
        var target = siteDirectory.resolve(WHOLE_PAGE);
        Files.createDirectories(target.getParent());
        Files.copy(reports.htmlFile(), target, StandardCopyOption.REPLACE_EXISTING);
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(title);
        sink.sectionTitle1_();
        paragraph(sink, outcome(report));
        sink.list();
        sentences(report).forEach(sentence -> item(sink, sentence));
        sink.list_();
        sink.paragraph();
        sink.link(WHOLE_PAGE);
        sink.text("The whole report, with a pad to try the model on");
        sink.link_();
        sink.paragraph_();
        sink.section1_();
        sink.body_();
    }

    private String outcome(EvaluationReport report) {
        var outcome = report.decision().map(verdict -> verdict.passed() ? "passed its gate" : "failed its gate");
        return reports.name() + " " + outcome.orElse("was measured, and no gate was asked") + ".";
    }

    private static List<String> sentences(EvaluationReport report) {
        return report.decision()
                .map(verdict ->
                        verdict.rules().stream().map(RuleResult::message).toList())
                .orElseGet(() -> List.of(format(
                        "accuracy on %s is %s (%s/%s).",
                        report.dataset().describe(), report.accuracy(), report.correct(), report.total())));
    }

    private static void item(Sink sink, String text) {
        sink.listItem();
        sink.text(text);
        sink.listItem_();
    }

    private static void paragraph(Sink sink, String text) {
        sink.paragraph();
        sink.text(text);
        sink.paragraph_();
    }
}
