package io.github.lenet.report;

import io.github.lenet.evaluation.ClassMetrics;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.model.ModelDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the template {@code report.html} fills in: text, ready to be read. */
record HtmlPage(
    VerdictSection verdict,
    String subject,
    List<Fact> results,
    List<EvaluationRow> evaluations,
    List<Fact> baseline,
    List<String> classNames,
    List<MatrixRow> matrix,
    List<Confusion> confusions,
    List<ClassRow> classes,
    List<EpochRow> epochs,
    boolean validated,
    List<Fact> provenance) {

  private static final int MOST_CONFUSIONS = 8;
  private static final int MOST_INDICES = 100;

  record Fact(String title, String value) {}

  /** A row of the confusion matrix: the images of one class. */
  record MatrixRow(String actual, List<Cell> cells) {}

  /**
   * A count in the confusion matrix.
   *
   * @param kind CSS class: {@code right}, {@code wrong} or {@code none}
   * @param heat how strongly to colour the cell, 0 to 1
   * @param title the cell in words
   */
  record Cell(int count, String kind, String heat, String title) {}

  record ClassRow(String label, String precision, String recall, String f1, int support) {}

  record EpochRow(
      int epoch,
      String learningRate,
      String trainingLoss,
      String trainingAccuracy,
      String validationLoss,
      String validationAccuracy) {}

  boolean mistaken() {
    return !confusions.isEmpty();
  }

  boolean trained() {
    return !epochs.isEmpty();
  }

  boolean further() {
    return !evaluations.isEmpty();
  }

  boolean compared() {
    return !baseline.isEmpty();
  }

  static HtmlPage of(String name, Verification verification) {
    var evaluation = verification.evaluation();
    var model = verification.model();
    var names = evaluation.confusionMatrix().classNames();
    return new HtmlPage(
        VerdictSection.of(name, verification.verdict()),
        evaluation.dataset().describe(),
        results(evaluation),
        verification.evaluations().stream().map(EvaluationRow::of).toList(),
        verification.baseline() == null ? List.of() : baseline(verification.baseline()),
        names,
        matrix(names, evaluation.confusionMatrix()),
        Confusion.mostFrequent(evaluation, MOST_CONFUSIONS),
        evaluation.confusionMatrix().classes().stream().map(HtmlPage::row).toList(),
        model.epochs().stream().map(HtmlPage::epoch).toList(),
        model.epochs().stream().anyMatch(epoch -> epoch.validationLoss() != null),
        provenance(model, evaluation));
  }

  private static List<Fact> results(Evaluation evaluation) {
    var accuracy = evaluation.accuracy();
    var interval = Confidence.DEFAULT.interval(accuracy);
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Accuracy", Numbers.percent(accuracy)));
    facts.add(new Fact("Accuracy, " + interval.displayLevel() + " confidence", Numbers.range(interval)));
    facts.add(new Fact("Mistakes", accuracy.complement().count() + " of " + accuracy.total()));
    facts.add(new Fact("Loss in nats", Numbers.loss(evaluation.loss())));
    facts.add(new Fact("Expected calibration error", Numbers.loss(evaluation.expectedCalibrationError())));
    int unanswered = evaluation.confusionMatrix().unanswered();
    if (unanswered > 0) {
      facts.add(new Fact("Images without an answer (NaN)", unanswered + " of " + accuracy.total()));
    }
    return facts;
  }

  private static List<Fact> baseline(Comparison comparison) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Baseline", comparison.name()));
    facts.add(new Fact("Architecture", comparison.baseline().model().architecture()));
    facts.add(new Fact("SHA-256", comparison.baseline().model().sha256()));
    if (comparison.isSameArchive()) {
      facts.add(new Fact("Comparison", "none: the baseline is the same archive as the model"));
      return facts;
    }
    facts.add(new Fact("Accuracy of the baseline", Numbers.percent(comparison.baseline().accuracy())));
    facts.add(
        new Fact(
            "Improvement",
            Numbers.percent(comparison.improvement().value())
                + ", two-sided interval "
                + Numbers.interval(comparison.improvementInterval(Confidence.DEFAULT.level()))));
    facts.add(new Fact("Images gained", indices(comparison.gained())));
    facts.add(new Fact("Images lost", indices(comparison.lost())));
    return facts;
  }

  /** How many, and the first of them. */
  private static String indices(List<Integer> images) {
    if (images.isEmpty()) {
      return "none";
    }
    var shown = images.stream().limit(MOST_INDICES).map(String::valueOf).collect(Collectors.joining(", "));
    return images.size() + ": " + shown + (images.size() > MOST_INDICES ? ", ..." : "");
  }

  private static List<MatrixRow> matrix(List<String> names, ConfusionMatrix confusionMatrix) {
    var counts = confusionMatrix.counts();
    int mostWrong =
        IntStream.range(0, counts.length)
            .flatMap(row -> IntStream.range(0, counts.length).map(column -> column == row ? 0 : counts[row][column]))
            .max()
            .orElse(0);
    return IntStream.range(0, counts.length)
        .mapToObj(row -> new MatrixRow(
            names.get(row),
            IntStream.range(0, counts.length)
                .mapToObj(column -> cell(names, row, column, counts[row], mostWrong))
                .toList()))
        .toList();
  }

  /** Colours the diagonal by its share of the row, but mistakes beside the worst one: they would be too pale to see. */
  private static Cell cell(List<String> names, int actual, int answer, int[] row, int mostWrong) {
    int count = row[answer];
    boolean right = actual == answer;
    double heat = count == 0 ? 0 : (double) count / (right ? Arrays.stream(row).sum() : mostWrong);
    return new Cell(
        count,
        count == 0 ? "none" : right ? "right" : "wrong",
        // Two hundredths are finer than an eye can tell, and keep the page short.
        Numbers.plain(Math.round(heat * 50) / 50.0),
        names.get(actual) + " answered with " + names.get(answer) + ": " + count);
  }

  private static ClassRow row(ClassMetrics metrics) {
    return new ClassRow(
        metrics.label(),
        Numbers.percent(metrics.precision()),
        Numbers.percent(metrics.recall()),
        Numbers.percent(metrics.f1()),
        metrics.support());
  }

  private static EpochRow epoch(ModelDescription.Epoch epoch) {
    return new EpochRow(
        epoch.epoch(),
        Numbers.plain(epoch.learningRate()),
        Numbers.loss(epoch.trainingLoss()),
        Numbers.percent(epoch.trainingAccuracy()),
        Numbers.loss(epoch.validationLoss()),
        Numbers.percent(epoch.validationAccuracy()));
  }

  private static List<Fact> provenance(ModelDescription model, Evaluation evaluation) {
    var hyperparameters = model.hyperparameters();
    return List.of(
        new Fact("Model, SHA-256", evaluation.model().sha256()),
        new Fact(
            "Architecture",
            "%s, %s parameters, %s bytes"
                .formatted(model.architecture(), model.parameters(), evaluation.model().bytes())),
        new Fact("Trained on", model.dataset().name()),
        new Fact(
            "Hyperparameters",
            "epochs %s, batch size %s, learning rate %s, schedule %s, seed %s, validation fraction %s, augmentation %s"
                .formatted(
                    hyperparameters.epochs(),
                    hyperparameters.batchSize(),
                    Numbers.plain(hyperparameters.learningRate()),
                    hyperparameters.schedule(),
                    hyperparameters.seed(),
                    Numbers.plain(hyperparameters.validationFraction()),
                    hyperparameters.augmentation())));
  }
}
