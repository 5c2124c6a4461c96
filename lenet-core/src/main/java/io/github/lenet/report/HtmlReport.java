package io.github.lenet.report;

import com.samskivert.mustache.Mustache;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.exploration.Exploration;
import java.io.StringReader;
import java.util.List;

/** A page that needs nothing beside it: no network, no second file, and no script but its own. */
final class HtmlReport {

  private HtmlReport() {}

  /** What {@code aggregate.html} fills in. */
  record AggregatePage(VerdictSection verdict, String scriptPolicy, List<EvaluationRow> evaluations) {}

  static String page(String name, ModelPage page) {
    return fill("report.html", HtmlPage.of(name, page));
  }

  static String page(String name, Aggregation aggregation) {
    return fill(
        "aggregate.html",
        new AggregatePage(
            VerdictSection.of(name, aggregation.verdict()),
            "'none'",
            aggregation.evaluations().stream().map(EvaluationRow::of).toList()));
  }

  static String page(Dataset training, Exploration exploration) {
    return fill("exploration.html", ExplorationPage.of(training, exploration));
  }

  /** Fills a template in; the default of the compiler escapes every value for HTML. */
  private static String fill(String template, Object page) {
    return Mustache.compiler()
        .withLoader(name -> new StringReader(Resource.text(name)))
        .compile("{{>" + template + "}}")
        .execute(page);
  }
}
