package io.github.lenet.gate;

import io.github.lenet.model.InvalidParameterException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The number that a value is held against, exactly as it was written: it never passes through a floating-point number.
 *
 * @param value the number
 */
public record Threshold(BigDecimal value) {

  /** Fewest digits after the point that a threshold is displayed with. */
  private static final int FEWEST_DECIMALS = 4;

  /** No exponent: nobody means one, and a huge one would fill the memory with zeros. */
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{0,9}\\.?[0-9]{1,18}");

  /**
   * Reads decimal text.
   *
   * @param parameter name of the POM element, for the message of an error
   * @param text for example {@code 0.99} or {@code 98.5%}, with a point and without an exponent
   * @return the number: {@code 98.5%} is 0.985
   * @throws InvalidParameterException if the text is something else
   */
  public static Threshold parse(String parameter, String text) {
    var trimmed = text.strip();
    boolean percent = trimmed.endsWith("%");
    var digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
    if (!DECIMAL.matcher(digits).matches()) {
      throw new InvalidParameterException(parameter, text, "must be a decimal number such as 0.985 or 98.5%");
    }
    var number = new BigDecimal(digits);
    return new Threshold(percent ? number.movePointLeft(2) : number);
  }

  /**
   * Digits after the point that show the threshold exactly, at least four.
   *
   * @return the number of digits
   */
  public int decimals() {
    return Math.max(FEWEST_DECIMALS, value.stripTrailingZeros().scale());
  }

  /**
   * The threshold for people.
   *
   * @return all its digits, at least four after the point: {@code 0.9900}
   */
  public String display() {
    return value.stripTrailingZeros().setScale(decimals()).toPlainString();
  }
}
