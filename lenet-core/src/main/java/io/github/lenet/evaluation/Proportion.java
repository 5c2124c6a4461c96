package io.github.lenet.evaluation;

import java.math.BigInteger;

/**
 * An exact share: so many of so many.
 *
 * @param count how many have the property, from 0 to {@code total}
 * @param total how many there are, at least 1
 */
public record Proportion(int count, int total) implements Fraction {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if {@code total} is below 1, or {@code count} is not from 0 to {@code total}
     */
    public Proportion {
        if (total < 1 || count < 0 || count > total) {
            throw new IllegalArgumentException(count + " of " + total + " is no proportion");
        }
    }

    /**
     * The others.
     *
     * @return the share of those that do not have the property
     */
    public Proportion complement() {
        return new Proportion(total - count, total);
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
