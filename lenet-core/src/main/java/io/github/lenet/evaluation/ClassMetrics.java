package io.github.lenet.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How well one class is told from the others. A share of nothing is undefined, and null.
 *
 * @param label name of the class
 * @param precision share of the images answered with this class that are of it; null if none was
 * @param recall share of the images of this class that were answered with it; null if the data set has none
 * @param f1 harmonic mean of precision and recall, computed from the counts as 2 TP / (2 TP + FP + FN); null if the
 *     class has no image and was never an answer
 * @param support images of this class in the data set
 */
public record ClassMetrics(
        String label,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        int support) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a share is not from 0 to 1, or the support is negative
     */
    public ClassMetrics {
        requireShare("precision", precision);
        requireShare("recall", recall);
        requireShare("f1", f1);
        if (support < 0) {
            throw new IllegalArgumentException("a class has no " + support + " images");
        }
    }

    private static void requireShare(String name, @Nullable Double value) {
        // Negated, so that NaN fails as well.
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be from 0 to 1");
        }
    }
}
