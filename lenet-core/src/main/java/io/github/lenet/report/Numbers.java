package io.github.lenet.report;

import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people read them, in the form of a verdict and of a POM: shares have four digits after the point, and
 * counts have no separators. Nothing is rounded in the model's favour: shares of right answers are rounded down and
 * losses up, so that a headline never reads as if a limit were met that is missed.
 */
public final class Numbers {

    /** Stands where a value is undefined: a dash. */
    public static final String UNDEFINED = "–";

    private Numbers() {}

    /**
     * A share, rounded down.
     *
     * @param share a share of images
     * @return for example {@code 0.9873}
     */
    public static String share(Proportion share) {
        return share.display(4, RoundingMode.FLOOR);
    }

    /**
     * A share that is known only as a number, rounded down.
     *
     * @param share the share, 0 to 1, or the difference of two, -1 to 1
     * @return for example {@code 0.9873}; {@link #UNDEFINED} for null, NaN and infinity
     */
    public static String share(@Nullable Double share) {
        return display(share, RoundingMode.FLOOR);
    }

    /**
     * An interval, rounded outwards.
     *
     * @param interval where a share, or the difference of two, lies
     * @return for example {@code 0.9849 to 0.9894}
     */
    public static String range(ConfidenceInterval interval) {
        return display(interval.lower(), RoundingMode.FLOOR) + " to " + display(interval.upper(), RoundingMode.CEILING);
    }

    /**
     * An interval with its level and method, rounded outwards.
     *
     * @param interval where a share, or the difference of two, lies
     * @return for example {@code 0.9849 to 0.9894 (95 % Wilson)}
     */
    public static String interval(ConfidenceInterval interval) {
        return range(interval) + " (" + interval.displayLevel() + " " + interval.displayMethod() + ")";
    }

    /**
     * A loss, rounded up.
     *
     * @param loss a mean cross-entropy in nats
     * @return for example {@code 0.0412}; {@link #UNDEFINED} for null, NaN and infinity
     */
    public static String loss(@Nullable Double loss) {
        return display(loss, RoundingMode.CEILING);
    }

    /** JSON has no NaN and no infinity. */
    static @Nullable Double finiteOrNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String display(@Nullable Double number, RoundingMode rounding) {
        return number == null || !Double.isFinite(number) ? UNDEFINED : new Quantity(number).display(4, rounding);
    }
}
