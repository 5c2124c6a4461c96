package io.github.lenet.kernel;

/**
 * Comparisons as arithmetic: exactly 1 where they hold and 0 where they do not.
 *
 * <p>HotSpot vectorises these, but no comparison; and the branches it would make of one are mispredicted half of the
 * time.
 */
final class Indicator {

    private Indicator() {}

    /** Whether a value that is not negative is positive: even the smallest one, multiplied twice, is above 1. */
    static float positive(float value) {
        return Math.min(value * Float.MAX_VALUE * Float.MAX_VALUE, 1);
    }

    /** Whether a value that is not above the limit is below it. */
    static float below(float value, float limit) {
        return positive(limit - value);
    }
}
