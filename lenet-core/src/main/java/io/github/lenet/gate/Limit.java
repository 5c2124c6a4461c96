package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Measurement;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The lowest or the highest value that is good enough.
 *
 * @param bound which side
 * @param threshold the last value that is good enough
 * @param unit what the value is counted in
 */
public record Limit(Bound bound, Threshold threshold, Unit unit) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if no value of the unit could be on either side of the threshold
     */
    public Limit {
        var share = unit == Unit.SHARE && threshold.value().compareTo(BigDecimal.ONE) > 0;
        if (share || threshold.value().signum() < 0) {
            throw new IllegalArgumentException(format(
                    "%s is %s, but must be %s",
                    bound.title(), threshold.value(), unit == Unit.SHARE ? "from 0 to 1" : "at least 0"));
        }
    }

    /** The side of a limit. */
    public enum Bound {
        /** The value must be at least the threshold. */
        MINIMUM("minimum"),
        /** The value must be at most the threshold. */
        MAXIMUM("maximum");

        private final String title;

        Bound(String title) {
            this.title = title;
        }

        /**
         * The name in a POM, in JSON and in a sentence.
         *
         * @return {@code minimum} or {@code maximum}
         */
        public String title() {
            return title;
        }
    }

    /**
     * Compares exactly.
     *
     * @param measurement the value
     * @return true if the value meets this limit; a value that is not a number meets none
     */
    public boolean admits(Measurement measurement) {
        return bound == Bound.MINIMUM
                ? measurement.isAtLeast(threshold.value())
                : measurement.isAtMost(threshold.value());
    }

    /**
     * The limit for people.
     *
     * @return for example {@code minimum 0.9900}
     */
    public String display() {
        return bound.title() + " " + displayThreshold();
    }

    /**
     * A value to be compared with this limit, for people: with as many digits as the threshold, rounded down for a
     * minimum and up for a maximum. So a value that misses the limit never looks as if it met it, nor the reverse.
     *
     * @param measurement the value
     * @return for example {@code 0.9899 (9899/10000)} against a minimum of 0.99
     */
    public String display(Measurement measurement) {
        return measurement.display(decimals(), bound == Bound.MINIMUM ? RoundingMode.FLOOR : RoundingMode.CEILING)
                + unit.suffix()
                + measurement.counts();
    }

    /** The threshold for people: {@code 0.9900} or {@code 200000 bytes}. */
    String displayThreshold() {
        return threshold.display(unit.fewestDecimals()) + unit.suffix();
    }

    /** Digits after the point of a displayed value. */
    int decimals() {
        return threshold.decimals(unit.fewestDecimals());
    }
}
