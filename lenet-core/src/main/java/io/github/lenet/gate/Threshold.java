package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.InvalidParameterException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The number that a value is compared with, exactly as it was written: it is never converted to a floating-point
 * number.
 *
 * @param value the number
 */
public record Threshold(BigDecimal value) {

    /** As many as text without a point can have. */
    private static final int MOST_WHOLE_DIGITS = 27;

    /** Those of a decimal number, and two more if it is in per cent. */
    private static final int MOST_DECIMALS = 20;

    /** No exponent: it would be a typing error, and a huge one would fill the memory with zeros. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{0,9}\\.?[0-9]{1,18}");

    /**
     * Checks the length. The text of a POM cannot exceed it, but an edited file can.
     *
     * @throws IllegalArgumentException if the number has more than 27 digits before the point, or 20 after it
     */
    public Threshold {
        // A long, because the digits of an exponent fill an int.
        if (value.scale() > MOST_DECIMALS || (long) value.precision() - value.scale() > MOST_WHOLE_DIGITS) {
            throw new IllegalArgumentException(format(
                    "the limit %s is no decimal number with at most %d digits before the point and %d after it",
                    value, MOST_WHOLE_DIGITS, MOST_DECIMALS));
        }
    }

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
        var percent = trimmed.endsWith("%");
        var digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
        if (!DECIMAL.matcher(digits).matches()) {
            throw new InvalidParameterException(parameter, text, "must be a decimal number such as 0.985 or 98.5%");
        }
        var number = new BigDecimal(digits);
        return new Threshold(percent ? number.movePointLeft(2) : number);
    }

    /** Digits after the point that show the threshold exactly, but at least so many. */
    int decimals(int fewest) {
        return Math.max(fewest, value.stripTrailingZeros().scale());
    }

    /** All digits of the threshold, but at least so many after the point. */
    String display(int fewestDecimals) {
        return value.stripTrailingZeros().setScale(decimals(fewestDecimals)).toPlainString();
    }
}
