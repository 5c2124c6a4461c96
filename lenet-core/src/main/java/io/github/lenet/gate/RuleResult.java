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
    PASSED("passed"),
    /** The value does not keep to the limit. */
    MISSED("missed"),
    /** The value could not be measured, which is no pass. */
    ERROR("error");

    private final String title;

    Outcome(String title) {
      this.title = title;
    }

    /**
     * The outcome in a table.
     *
     * @return one word in lower case
     */
    public String title() {
      return title;
    }
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
   * The measured value for people, rounded as its limit demands.
   *
   * @return for example {@code 0.9873 (9873/10000)}; {@code unknown} if it could not be measured
   */
  public String displayValue() {
    return measurement == null ? "unknown" : rule.limit().display(measurement);
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
