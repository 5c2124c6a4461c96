package io.github.lenet.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.DatasetSummary;
import io.github.lenet.evaluation.Difference;
import io.github.lenet.evaluation.Measurement;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.gate.ConfidenceBound;
import io.github.lenet.gate.Limit;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.gate.Subject;
import io.github.lenet.gate.Threshold;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * What became of one rule, in {@code evaluation.json}. It has a minimum or a maximum. What does not apply to a rule is
 * left out of the file, but for the value.
 *
 * @param evaluation name of the evaluation; left out for the main one
 * @param metric what was measured, such as {@code accuracy}; {@code regression} or {@code improvement} for a comparison
 *     with a baseline
 * @param k how many answers count, if the metric is {@code topKAccuracy}
 * @param element what it was measured of: {@code model} or {@code class}
 * @param className the class, if the element is {@code class}
 * @param minimum the lowest value that is good enough
 * @param maximum the highest value that is good enough
 * @param value the measured value; null if it is not a number or could not be measured
 * @param count what stands above the line, if the value is a share of images or a difference of two
 * @param total what stands below the line
 * @param bound the one-sided confidence bound of the value, if it was held against the limit instead of the value
 * @param interval the two-sided confidence interval of the value at the same level
 * @param passed true if the rule is met
 * @param outcome {@code passed}, {@code missed}, or {@code error} if the value could not be measured
 * @param message the result as a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleReport(
    String evaluation,
    String metric,
    Integer k,
    String element,
    @JsonProperty("class") String className,
    BigDecimal minimum,
    BigDecimal maximum,
    @JsonInclude Double value,
    Integer count,
    Integer total,
    Double bound,
    ConfidenceInterval interval,
    boolean passed,
    String outcome,
    String message) {

  /**
   * Checks what a reader relies on.
   *
   * @throws IllegalArgumentException if there is not exactly one limit, or the outcome is unknown
   */
  public RuleReport {
    if ((minimum == null) == (maximum == null)) {
      throw new IllegalArgumentException("a rule must have a minimum or a maximum");
    }
    if (Arrays.stream(Outcome.values()).map(Outcome::title).noneMatch(title -> title.equals(outcome))) {
      throw new IllegalArgumentException("the outcome of a rule is " + outcome);
    }
  }

  static RuleReport of(RuleResult result) {
    var subject = result.subject();
    var limit = result.limit();
    var threshold = limit.threshold().value();
    var bound = result.bound();
    return new RuleReport(
        subject.evaluation(),
        subject.metric(),
        subject.k(),
        subject.element().id(),
        subject.className(),
        limit.bound() == Bound.MINIMUM ? threshold : null,
        limit.bound() == Bound.MAXIMUM ? threshold : null,
        result.measurement() == null ? null : Numbers.finiteOrNull(result.measurement().value()),
        count(result.measurement()),
        total(result.measurement()),
        bound == null ? null : bound.value(),
        bound == null ? null : bound.interval(),
        result.passed(),
        result.outcome().title(),
        result.message());
  }

  /** The result that this was made of, under the name that its evaluation has where it is shown. */
  RuleResult result(String evaluationName, DatasetSummary dataset, String shownMessage) {
    var subject = Subject.of(evaluationName, dataset, metric, k, className);
    var restored = Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    var limit =
        minimum == null
            ? new Limit(Bound.MAXIMUM, new Threshold(maximum), subject.unit())
            : new Limit(Bound.MINIMUM, new Threshold(minimum), subject.unit());
    return new RuleResult(
        subject,
        limit,
        restored,
        restored == Outcome.ERROR ? null : measurement(),
        bound == null ? null : new ConfidenceBound(bound, interval),
        shownMessage);
  }

  /** A difference, because it can be any share, a negative one as well. */
  private Measurement measurement() {
    return total == null ? new Quantity(value == null ? Double.NaN : value) : new Difference(count, total);
  }

  private static Integer count(Measurement measurement) {
    return measurement instanceof Proportion share
        ? Integer.valueOf(share.count())
        : measurement instanceof Difference difference ? difference.count() : null;
  }

  private static Integer total(Measurement measurement) {
    return measurement instanceof Proportion share
        ? Integer.valueOf(share.total())
        : measurement instanceof Difference difference ? difference.total() : null;
  }
}
