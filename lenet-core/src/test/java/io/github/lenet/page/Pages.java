package io.github.lenet.page;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.EvaluationException;
import io.github.lenet.evaluation.Predictions;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import io.github.lenet.model.ModelArchive;
import io.github.lenet.model.ModelDescription;
import io.github.lenet.model.StockNetworks;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Pages about a model that has learnt nothing. */
final class Pages {

  static final Dataset IMAGES = SyntheticDigits.test(200, 7);

  private Pages() {}

  /** A page with any numbers. */
  static String page(ModelDescription description, Verification verification) {
    return page(description, EvaluationReport.of(verification));
  }

  static String page(ModelDescription description, EvaluationReport report) {
    return HtmlReport.page("digits", about(report, classifier(description)));
  }

  /** Such a page, of a model whose training nobody has recorded. */
  static ModelPage about(EvaluationReport report, Classifier model) {
    try {
      return new ModelPage(report, model, null, IMAGES, Predictions.of(model, IMAGES));
    } catch (EvaluationException e) {
      throw new AssertionError(e);
    }
  }

  static Classifier classifier(ModelDescription description) {
    var stock = StockNetworks.archive(description.architecture());
    return classifier(
        new ModelArchive(description, stock.configuration(), stock.parameters(), stock.updaterState()));
  }

  static Classifier classifier(ModelArchive archive) {
    try {
      var file = Files.createTempFile("model", ".zip");
      try {
        archive.write(file);
        return Classifier.load(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
