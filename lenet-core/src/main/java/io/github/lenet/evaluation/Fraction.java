package io.github.lenet.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** A measured value that is known exactly, so that it is compared with a limit without any rounding. */
sealed interface Fraction extends Measurement permits Proportion, Difference, MacroAverage {

    /** Any whole number. */
    BigInteger numerator();

    /** 1 or more. */
    BigInteger denominator();

    @Override
    default boolean isAtLeast(BigDecimal minimum) {
        return compareTo(minimum) >= 0;
    }

    @Override
    default boolean isAtMost(BigDecimal maximum) {
        return compareTo(maximum) <= 0;
    }

    @Override
    default double value() {
        return new BigDecimal(numerator())
                .divide(new BigDecimal(denominator()), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Override
    default String display(int decimals, RoundingMode rounding) {
        return new BigDecimal(numerator())
                .divide(new BigDecimal(denominator()), decimals, rounding)
                .toPlainString();
    }

    /** Multiplies the limit rather than dividing the value. */
    private int compareTo(BigDecimal limit) {
        return new BigDecimal(numerator()).compareTo(limit.multiply(new BigDecimal(denominator())));
    }
}
