package io.github.lenet.gate;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Measurement;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.model.InvalidParameterException;
import java.math.BigDecimal;
import java.util.function.Function;

/** One demand on a model: a metric, and the limit that it must keep to. Immutable. */
public final class Rule {

  private static final BigDecimal ONE_HUNDRED = BigDecimal.valueOf(100);

  private final Metric metric;
  private final Limit limit;

  private Rule(Metric metric, Limit limit) {
    this.metric = metric;
    this.limit = limit;
  }

  /**
   * The rule behind {@code <minimumAccuracy>}.
   *
   * @param text the lowest accuracy that is good enough, such as {@code 0.99} or {@code 99%}
   * @return the rule
   * @throws InvalidParameterException if the text is no number from 0 to 1
   */
  public static Rule minimumAccuracy(String text) {
    return of("minimumAccuracy", Metric.ACCURACY, Bound.MINIMUM, text);
  }

  /**
   * Makes a rule from what stands in a POM.
   *
   * @param parameter name of the POM element that holds the text, for the message of an error
   * @param metric what to measure
   * @param bound which side of it is limited
   * @param text the last value that is good enough, as decimal text; a share may be given in per cent
   * @return the rule
   * @throws InvalidParameterException if the text is no number, or outside the range of the metric
   */
  public static Rule of(String parameter, Metric metric, Bound bound, String text) {
    var threshold = Threshold.parse(parameter, text);
    if (metric.isProportion()) {
      requireShare(parameter, threshold.value(), text);
    } else if (threshold.value().signum() < 0 || text.contains("%")) {
      throw new InvalidParameterException(
          parameter, text, "a limit of the " + metric.title() + " must be a plain number of at least 0, such as 0.05");
    }
    return new Rule(metric, new Limit(bound, threshold));
  }

  /**
   * What is measured.
   *
   * @return the metric
   */
  public Metric metric() {
    return metric;
  }

  /**
   * What the value must keep to.
   *
   * @return the limit
   */
  public Limit limit() {
    return limit;
  }

  /**
   * Holds a model against this rule. Never throws: a metric that cannot be computed is a rule that is not met.
   *
   * @param evaluation what the model answered
   * @return the result, with its reason
   */
  public RuleResult check(Evaluation evaluation) {
    return check(evaluation, metric::measure);
  }

  private static void requireShare(String parameter, BigDecimal value, String text) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      boolean forgotten = value.signum() > 0 && value.compareTo(ONE_HUNDRED) <= 0 && !text.contains("%");
      throw new InvalidParameterException(
          parameter,
          text,
          "must be from 0 to 1, or from 0% to 100%" + (forgotten ? "; perhaps " + text.strip() + "% is meant" : ""));
    }
  }

  /** With the measuring apart, so that a test can let it fail. */
  RuleResult check(Evaluation evaluation, Function<Evaluation, Measurement> measure) {
    var subject = metric.title() + " on " + evaluation.dataset().describe();
    try {
      var measurement = measure.apply(evaluation);
      boolean passed = limit.admits(measurement);
      var sentence =
          "%s is %s, %s %s is %s.".formatted(
              subject,
              limit.display(measurement),
              passed ? "and the" : "but the",
              limit.bound().title(),
              limit.threshold().display());
      return new RuleResult(this, passed ? Outcome.PASSED : Outcome.MISSED, measurement, sentence);
    } catch (RuntimeException e) {
      return new RuleResult(this, Outcome.ERROR, null, subject + " could not be measured: " + e + ".");
    }
  }
}
