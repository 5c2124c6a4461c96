package io.github.lenet.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A measured value that can be compared with a limit. A value that is not a number meets no limit. */
public sealed interface Measurement permits Fraction, Quantity {

    /**
     * Whether the value reaches a minimum.
     *
     * @param minimum the lowest value that is good enough
     * @return true if the value is at least the minimum; false if it is lower, or not a number
     */
    boolean isAtLeast(BigDecimal minimum);

    /**
     * Whether the value is within a maximum.
     *
     * @param maximum the highest value that is good enough
     * @return true if the value is at most the maximum; false if it is higher, or not a number
     */
    boolean isAtMost(BigDecimal maximum);

    /**
     * The value as the nearest floating-point number, for files and pictures. Comparisons never go through it.
     *
     * @return the value, possibly NaN
     */
    double value();

    /**
     * The value for people.
     *
     * @param decimals digits after the point
     * @param rounding where to round; a value is displayed so that it never seems to meet a limit that it misses
     * @return for example {@code 0.9873}; {@code not a number} for NaN
     */
    String display(int decimals, RoundingMode rounding);

    /**
     * The counts that the value is computed from, for people.
     *
     * @return for example {@code (9873/10000)} after a space, to be appended to the value; empty if it is no share of
     *     counts
     */
    default String counts() {
        return "";
    }
}
