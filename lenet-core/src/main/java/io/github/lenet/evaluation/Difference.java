package io.github.lenet.evaluation;

import java.math.BigInteger;

/**
 * An exact difference of two shares of the same images.
 *
 * @param count how many more images have the property on one side than on the other, from {@code -total} to
 *     {@code total}
 * @param total all images, at least 1
 */
public record Difference(int count, int total) implements Fraction {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if {@code total} is below 1, or {@code count} is beyond it on either side
     */
    public Difference {
        if (total < 1 || count < -total || count > total) {
            throw new IllegalArgumentException(count + " of " + total + " is no difference of shares");
        }
    }

    @Override
    public BigInteger numerator() {
        return BigInteger.valueOf(count);
    }

    @Override
    public BigInteger denominator() {
        return BigInteger.valueOf(total);
    }

    @Override
    public String counts() {
        return " (" + count + "/" + total + ")";
    }
}
