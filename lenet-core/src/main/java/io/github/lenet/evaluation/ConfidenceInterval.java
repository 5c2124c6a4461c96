package io.github.lenet.evaluation;

import static io.github.lenet.text.Formatting.format;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a true share, or a true difference of shares, lies, as far as these images can tell.
 *
 * @param level probability that such an interval holds the true value, such as 0.95; two-sided
 * @param method how it was computed: {@code wilson} or {@code clopper-pearson}, of a difference {@code bonett-price}
 * @param lower lower end, 0 to 1, of a difference -1 to 1
 * @param upper upper end, 0 to 1, of a difference -1 to 1
 */
public record ConfidenceInterval(double level, String method, double lower, double upper) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the level is not between 0 and 1, or the ends are not in order between -1 and
     *     1
     */
    public ConfidenceInterval {
        // Negated, so that NaN fails as well.
        if (!(level > 0 && level < 1) || !(lower >= -1 && lower <= upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    format("%s to %s is no confidence interval of the level %s", lower, upper, level));
        }
    }

    /**
     * The level for people.
     *
     * @return for example {@code 95 %}
     */
    public String displayLevel() {
        return Confidence.display(level);
    }

    /**
     * The method for people. All methods are called after those who found them.
     *
     * @return for example {@code Clopper-Pearson}
     */
    public String displayMethod() {
        return Pattern.compile("\\b[a-z]")
                .matcher(method)
                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }
}
