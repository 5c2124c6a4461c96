package io.github.lenet.evaluation;

import java.math.BigInteger;
import java.util.List;

/**
 * The mean of a share over the classes, each counting the same however many images it has. Exact, so that ten recalls
 * of 0.99 reach a minimum of 0.99.
 *
 * @param shares the share of each class, at least one
 */
public record MacroAverage(List<Proportion> shares) implements Fraction {

    /**
     * Keeps a copy of the shares.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MacroAverage {
        shares = List.copyOf(shares);
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("the average of no shares");
        }
    }

    @Override
    public BigInteger numerator() {
        var totals = totals();
        return shares.stream()
                .map(share -> totals.divide(share.denominator()).multiply(share.numerator()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public BigInteger denominator() {
        return totals().multiply(BigInteger.valueOf(shares.size()));
    }

    /** A common denominator of all shares: the product of theirs. */
    private BigInteger totals() {
        return shares.stream().map(Proportion::denominator).reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
