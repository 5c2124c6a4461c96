package io.github.lenet.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.lenet.evaluation.ClassMetrics;
import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.DatasetSummary;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.ModelSummary;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import io.github.lenet.io.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/**
 * The content of {@code evaluation.json}: the numbers of an evaluation, and the verdict over them.
 *
 * @param schemaVersion version of this format, {@value #SCHEMA_VERSION}
 * @param dataset which images were asked
 * @param model which model answered
 * @param correct images that were classified right
 * @param total all images
 * @param accuracy {@code correct / total}, 0 to 1
 * @param loss mean cross-entropy in nats; null if it is not a number
 * @param confidenceInterval where the true accuracy lies
 * @param confusionMatrix a row for each true class, a column for each answered class; images without an answer stand in
 *     none
 * @param classes the metrics of each class, in the order of the labels
 * @param verdict the gate's decision; left out of the file if no gate was asked
 */
public record EvaluationReport(
    int schemaVersion,
    DatasetSummary dataset,
    ModelSummary model,
    int correct,
    int total,
    double accuracy,
    Double loss,
    ConfidenceInterval confidenceInterval,
    int[][] confusionMatrix,
    List<ClassMetrics> classes,
    @JsonInclude(JsonInclude.Include.NON_NULL) VerdictReport verdict) {

  /** Version of the format that this class writes; a change of meaning or the loss of a key raises it. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * Checks the version.
   *
   * @throws IllegalArgumentException if the format is one that this version does not know
   */
  public EvaluationReport {
    SchemaVersion.require(SCHEMA_VERSION, schemaVersion);
  }

  /**
   * The gate's decision.
   *
   * @param passed true if every rule is met
   * @param rules the rules in the order of the POM
   */
  public record VerdictReport(boolean passed, List<RuleReport> rules) {}

  /**
   * What became of one rule. It has a minimum or a maximum.
   *
   * @param metric what was measured, such as {@code accuracy}
   * @param element what it was measured of: {@code model}
   * @param minimum the lowest value that is good enough; left out if the rule has a maximum
   * @param maximum the highest value that is good enough; left out if the rule has a minimum
   * @param value the measured value; null if it is not a number or could not be measured
   * @param passed true if the rule is met
   */
  public record RuleReport(
      String metric,
      String element,
      @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal minimum,
      @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal maximum,
      Double value,
      boolean passed) {}

  /**
   * Puts an evaluation into this form.
   *
   * @param evaluation the numbers
   * @param verdict the gate's decision, or null if no gate was asked
   * @return the content of the file
   */
  public static EvaluationReport of(Evaluation evaluation, Verdict verdict) {
    var accuracy = evaluation.accuracy();
    return new EvaluationReport(
        SCHEMA_VERSION,
        evaluation.dataset(),
        evaluation.model(),
        accuracy.count(),
        accuracy.total(),
        accuracy.value(),
        numberOrNull(evaluation.loss()),
        accuracy.wilsonInterval(Evaluation.CONFIDENCE_LEVEL),
        evaluation.confusionMatrix().counts(),
        evaluation.confusionMatrix().classes(),
        verdict == null ? null : report(verdict));
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @param file the file to write or replace
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    Json.write(file, this);
  }

  /**
   * Reads a file.
   *
   * @param file the file that {@link #write} wrote
   * @return its content
   * @throws IOException if the file is missing, or is no evaluation
   */
  public static EvaluationReport read(Path file) throws IOException {
    return Json.read(file, EvaluationReport.class);
  }

  private static VerdictReport report(Verdict verdict) {
    return new VerdictReport(verdict.passed(), verdict.rules().stream().map(EvaluationReport::report).toList());
  }

  private static RuleReport report(RuleResult result) {
    var limit = result.rule().limit();
    var threshold = limit.threshold().value();
    return new RuleReport(
        result.rule().metric().id(),
        result.element(),
        limit.bound() == Bound.MINIMUM ? threshold : null,
        limit.bound() == Bound.MAXIMUM ? threshold : null,
        result.measurement() == null ? null : numberOrNull(result.measurement().value()),
        result.passed());
  }

  /** JSON has no NaN and no infinity. */
  private static Double numberOrNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
