package io.github.lenet.text;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts that are the same on every machine. */
public final class Formatting {

    private Formatting() {}

    /**
     * Fills in a pattern, with digits and marks that do not depend on the language of the machine.
     * {@link String#formatted(Object...)} takes those of the user, so that a number would read otherwise in Persian,
     * and so would the digest of a text that holds it.
     *
     * @param pattern as for {@link String#format(String, Object...)}
     * @param values what it names
     * @return the text
     */
    public static String format(String pattern, @Nullable Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /**
     * All digits of a number that somebody chose, without an exponent.
     *
     * @param number a finite number
     * @return for example {@code 0.0001}
     * @throws NumberFormatException if the number is not finite
     */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
