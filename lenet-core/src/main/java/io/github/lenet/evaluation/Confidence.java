package io.github.lenet.evaluation;

import java.math.BigDecimal;

/**
 * How sure a statement about a share must be, and how that is computed.
 *
 * @param level probability that the statement is right, greater than 0.5 and below 1
 * @param method the interval that it comes from
 */
public record Confidence(double level, IntervalMethod method) {

    /** The confidence of the interval that every report shows beside an accuracy. */
    public static final Confidence DEFAULT = new Confidence(0.95, IntervalMethod.WILSON);

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if it is not between 0.5 and 1
     */
    public Confidence {
        // Negated, so that NaN fails as well.
        if (!(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException(
                    "a level of confidence must be greater than 0.5 and below 1, not " + level);
        }
    }

    /**
     * Where the true share lies: an interval that holds it with this confidence.
     *
     * @param share the observed share
     * @return the two-sided interval
     */
    public ConfidenceInterval interval(Proportion share) {
        return method.interval(share, level);
    }

    /**
     * What the true share reaches with this confidence. One-sided: it may be wrong on one side only, so it lies inside
     * the interval.
     *
     * @param share the observed share
     * @return 0 to 1
     */
    public double lowerBound(Proportion share) {
        return oneSided(share).lower();
    }

    /**
     * What the true share does not exceed with this confidence. One-sided, as {@link #lowerBound}.
     *
     * @param share the observed share
     * @return 0 to 1
     */
    public double upperBound(Proportion share) {
        return oneSided(share).upper();
    }

    /**
     * The confidence for people.
     *
     * @return for example {@code 95 % Wilson}
     */
    public String display() {
        return display(level) + " " + method.title();
    }

    /** A level in per cent, with all its digits. */
    static String display(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** The interval that errs twice as often, so that it errs on either side as often as this confidence allows. */
    private ConfidenceInterval oneSided(Proportion share) {
        return method.interval(share, oneSided(level));
    }

    /** The level of the two-sided interval whose ends are one-sided bounds of the given level. */
    static double oneSided(double level) {
        return 2 * level - 1;
    }
}
