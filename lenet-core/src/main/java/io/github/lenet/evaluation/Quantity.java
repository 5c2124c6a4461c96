package io.github.lenet.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A computed number, such as a loss. It is compared with the floating-point number nearest to a limit, so that a loss
 * that is written as 0.05 meets a maximum of 0.05.
 *
 * @param value the number; NaN if it is undefined
 */
public record Quantity(double value) implements Measurement {

    @Override
    public boolean isAtLeast(BigDecimal minimum) {
        return value >= minimum.doubleValue();
    }

    @Override
    public boolean isAtMost(BigDecimal maximum) {
        return value <= maximum.doubleValue();
    }

    @Override
    public String display(int decimals, RoundingMode rounding) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "minus infinite";
        }
        // The shortest decimal text of the number, not its exact binary value: that of 0.05 would round up to 0.0501.
        return BigDecimal.valueOf(value).setScale(decimals, rounding).toPlainString();
    }
}
