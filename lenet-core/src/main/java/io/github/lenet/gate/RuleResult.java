package io.github.lenet.gate;

import io.github.lenet.evaluation.Measurement;

/**
 * What became of one rule.
 *
 * @param rule the rule
 * @param outcome whether it is met
 * @param measurement the measured value; null if it could not be measured
 * @param message the whole result as a sentence, with metric, data set, value, counts and limit
 */
public record RuleResult(Rule rule, Outcome outcome, Measurement measurement, String message) {

  /** Whether a rule is met. */
  public enum Outcome {
    /** The value keeps to the limit. */
    PASSED,
    /** The value does not keep to the limit. */
    MISSED,
    /** The value could not be measured, which is no pass. */
    ERROR
  }

  /**
   * What the rule is about.
   *
   * @return {@code model}: the model as a whole
   */
  public String element() {
    return "model";
  }

  /**
   * Whether the rule is met.
   *
   * @return true if the value keeps to the limit
   */
  public boolean passed() {
    return outcome == Outcome.PASSED;
  }
}
