package io.github.lenet.report;

import com.samskivert.mustache.Mustache;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A verdict as one page that needs nothing beside it: no script, no network, no second file. */
final class HtmlReport {

  private HtmlReport() {}

  /** What {@code aggregate.html} fills in. */
  record AggregatePage(VerdictSection verdict, List<EvaluationRow> evaluations) {}

  static String page(String name, Verification verification) {
    return fill("report", HtmlPage.of(name, verification));
  }

  static String page(String name, Aggregation aggregation) {
    return fill(
        "aggregate",
        new AggregatePage(
            VerdictSection.of(name, aggregation.verdict()),
            aggregation.evaluations().stream().map(EvaluationRow::of).toList()));
  }

  /** Fills a template in; the default of the compiler escapes every value for HTML. */
  private static String fill(String template, Object page) {
    return Mustache.compiler()
        .withLoader(HtmlReport::reader)
        .compile("{{>" + template + "}}")
        .execute(page);
  }

  private static Reader reader(String template) {
    return new InputStreamReader(
        HtmlReport.class.getResourceAsStream(template + ".html"), StandardCharsets.UTF_8);
  }
}
