package io.github.lenet.report;

import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as people read them. Nothing is rounded in the model's favour: shares of right answers are rounded down and
 * losses up, so that a headline never reads as if a limit were met that is missed.
 */
final class Numbers {

  /** Stands where a value is undefined. */
  static final String UNDEFINED = "–";

  private Numbers() {}

  /** A share, rounded down: {@code 98.73 %}. */
  static String percent(Proportion share) {
    return percent(share.display(4, RoundingMode.FLOOR));
  }

  /** A share that is known only as a number, rounded down; a dash for null and NaN. */
  static String percent(Double share) {
    return percent(share, RoundingMode.FLOOR);
  }

  /** An interval, rounded outwards: {@code 98.49 % to 98.94 %}. */
  static String range(ConfidenceInterval interval) {
    return percent(interval.lower(), RoundingMode.FLOOR) + " to " + percent(interval.upper(), RoundingMode.CEILING);
  }

  /** An interval with its level and method: {@code 98.49 % to 98.94 % (95 % Wilson)}. */
  static String interval(ConfidenceInterval interval) {
    return range(interval) + " (" + interval.displayLevel() + " " + interval.displayMethod() + ")";
  }

  /** A loss, rounded up: {@code 0.0412}; a dash for null and NaN. */
  static String loss(Double loss) {
    return isUndefined(loss) ? UNDEFINED : new Quantity(loss).display(4, RoundingMode.CEILING);
  }

  /** All digits of a number that somebody chose, without an exponent: {@code 0.0001}. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** JSON has no NaN and no infinity. */
  static Double finiteOrNull(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String percent(Double share, RoundingMode rounding) {
    return isUndefined(share) ? UNDEFINED : percent(new Quantity(share).display(4, rounding));
  }

  /** Moves the point of decimal text, because multiplying a floating-point number by 100 would round. */
  private static String percent(String fraction) {
    return new BigDecimal(fraction).movePointRight(2).toPlainString() + " %";
  }

  private static boolean isUndefined(Double number) {
    return number == null || !Double.isFinite(number);
  }
}
