package io.github.lenet.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.report.Aggregation;
import io.github.lenet.report.Reports;
import io.github.lenet.search.Tuning;
import io.github.lenet.text.Printable;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;

/** Pages that need nothing beside them: no network, no second file, and no script but their own. */
public final class HtmlReport {

    private HtmlReport() {}

    /** What {@code aggregate.html} fills in. */
    record AggregatePage(VerdictSection verdict, String scriptPolicy, List<EvaluationRow> evaluations) {}

    /**
     * Writes the page about one model.
     *
     * @param reports where it goes ({@link Reports#htmlFile}), and the name of the model
     * @param page what it shows
     * @throws IOException if the file cannot be written
     */
    public static void write(Reports reports, ModelPage page) throws IOException {
        AtomicFile.writeText(reports.htmlFile(), page(reports.name(), page));
    }

    /**
     * Writes the page about many models.
     *
     * @param reports where it goes ({@link Reports#htmlFile}), and the name of the aggregation
     * @param aggregation the numbers and the verdict
     * @throws IOException if the file cannot be written
     */
    public static void write(Reports reports, Aggregation aggregation) throws IOException {
        AtomicFile.writeText(reports.htmlFile(), page(reports.name(), aggregation));
    }

    static String page(String name, ModelPage page) {
        return fill("report.html", HtmlPage.of(name, page));
    }

    static String page(String name, Aggregation aggregation) {
        return fill(
                "aggregate.html",
                new AggregatePage(
                        VerdictSection.of(name, aggregation.verdict()),
                        "'none'",
                        aggregation.evaluations().stream()
                                .map(EvaluationRow::of)
                                .toList()));
    }

    static String page(NamedImages training, NamedImages test, Exploration exploration) {
        return fill("exploration.html", ExplorationPage.of(training, test, exploration));
    }

    static String page(String name, String dataset, Tuning tuning) {
        return fill("tuning.html", TuningPage.of(name, dataset, tuning));
    }

    /** Fills a template in; no value can be markup, or reorder the text around it. */
    private static String fill(String template, Object page) {
        return Mustache.compiler()
                .withEscaper(value -> Escapers.HTML.escape(Printable.visible(value)))
                .withLoader(name -> new StringReader(Resource.text(name)))
                .compile("{{>" + template + "}}")
                .execute(page);
    }
}
