package io.github.lenet.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * An exact share: so many of so many.
 *
 * @param count how many have the property, from 0 to {@code total}
 * @param total how many there are, at least 1
 */
public record Proportion(int count, int total) implements Measurement {

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

  /**
   * The two-sided confidence interval of the true share by the score method of Wilson (1927), which keeps its level
   * near 0 and 1, where an accuracy lives.
   *
   * @param level probability that such an interval holds the true share, greater than 0 and below 1
   * @return the interval
   */
  public ConfidenceInterval wilsonInterval(double level) {
    var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(total, count, 1 - level);
    // At its ends the method gives exactly 0 and 1, which the rounding of the library misses by a hair.
    return new ConfidenceInterval(
        level, "wilson", count == 0 ? 0 : interval.getLowerBound(), count == total ? 1 : interval.getUpperBound());
  }

  @Override
  public boolean isAtLeast(BigDecimal minimum) {
    return compareTo(minimum) >= 0;
  }

  @Override
  public boolean isAtMost(BigDecimal maximum) {
    return compareTo(maximum) <= 0;
  }

  @Override
  public double value() {
    return (double) count / total;
  }

  @Override
  public String display(int decimals, RoundingMode rounding) {
    return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(total), decimals, rounding).toPlainString();
  }

  /** Compares count / total with a limit as count with limit * total, so that nothing is rounded. */
  private int compareTo(BigDecimal limit) {
    return BigDecimal.valueOf(count).compareTo(limit.multiply(BigDecimal.valueOf(total)));
  }
}
