package io.github.lenet.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A computed number, such as a loss. It is compared and displayed by its shortest decimal form, the one that stands in the
 * JSON, so that a loss of 0.05 meets a maximum of 0.05.
 *
 * @param value the number; NaN if it is undefined
 */
public record Quantity(double value) implements Measurement {

  @Override
  public boolean isAtLeast(BigDecimal minimum) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).compareTo(minimum) >= 0 : value > 0;
  }

  @Override
  public boolean isAtMost(BigDecimal maximum) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).compareTo(maximum) <= 0 : value < 0;
  }

  @Override
  public String display(int decimals, RoundingMode rounding) {
    if (Double.isNaN(value)) {
      return "not a number";
    }
    return Double.isInfinite(value)
        ? (value > 0 ? "infinite" : "minus infinite")
        : BigDecimal.valueOf(value).setScale(decimals, rounding).toPlainString();
  }
}
