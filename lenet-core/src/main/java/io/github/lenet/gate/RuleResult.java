package io.github.lenet.gate;

import io.github.lenet.evaluation.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * The result of one rule, or of one class or slice under a rule that looks at these.
 *
 * @param subject what was measured
 * @param limit what the value must meet
 * @param outcome whether it does
 * @param measurement the measured value; null if it could not be measured
 * @param bound the confidence bound that was compared with the limit; null if the value itself was, or could not be
 *     measured
 * @param message the whole result as a sentence, with metric, data set, value, counts and limit
 */
public record RuleResult(
        Subject subject,
        Limit limit,
        Outcome outcome,
        @Nullable Measurement measurement,
        @Nullable ConfidenceBound bound,
        String message) {

    /** Whether a rule is met. */
    public enum Outcome {
        /** The value meets the limit. */
        PASSED("passed"),
        /** The value does not meet the limit. */
        MISSED("missed"),
        /** The value does not meet the limit, but comes from a slice of so few images that this is only a warning. */
        WARNED("warned"),
        /** The value could not be measured, which is no pass. */
        ERROR("error");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /**
         * The outcome in a table and in JSON.
         *
         * @return one word in lower case
         */
        public String title() {
            return title;
        }

        /**
         * Whether the model may pass.
         *
         * @return true if the value meets the limit, or that it does not is only a warning
         */
        public boolean passes() {
            return this == PASSED || this == WARNED;
        }
    }

    /** A value that could not be measured. */
    static RuleResult error(Subject subject, Limit limit, String reason) {
        return new RuleResult(subject, limit, Outcome.ERROR, null, null, subject.sentence() + " " + reason + ".");
    }

    /**
     * The result without any number that a run could change, for the name of a test case.
     *
     * @return for example {@code minimum recall of class 7 on mnist test}
     */
    public String name() {
        return limit.bound().title() + " " + subject.name();
    }

    /**
     * The measured value for people, rounded as its limit demands.
     *
     * @return for example {@code 0.9873 (9873/10000)}; {@code unknown} if it could not be measured
     */
    public String displayValue() {
        return measurement == null ? "unknown" : limit.display(measurement);
    }

    /**
     * Whether the rule lets the model pass.
     *
     * @return true if the value meets the limit, or that it does not is only a warning
     */
    public boolean passed() {
        return outcome.passes();
    }
}
