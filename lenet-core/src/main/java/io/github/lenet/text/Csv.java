package io.github.lenet.text;

import java.util.regex.Pattern;

/** Comma-separated values, as in RFC 4180. */
public final class Csv {

    private static final Pattern SPECIAL = Pattern.compile("[,\"]");

    private Csv() {}

    /**
     * A value as it stands in a line.
     *
     * @param text any text
     * @return the same, made printable, so that a record is always one line; in quotes if it has a comma or a quote
     */
    public static String quoted(String text) {
        var value = Printable.of(text);
        return SPECIAL.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
