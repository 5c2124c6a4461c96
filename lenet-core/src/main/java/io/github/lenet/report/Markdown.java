package io.github.lenet.report;

import io.github.lenet.text.Printable;
import java.util.regex.Pattern;

/** Text within GitHub-flavoured Markdown. */
final class Markdown {

    /**
     * What has power wherever it stands: code, emphasis, links, cells of tables, formulas. An underscore has none
     * within a word, and only outside of words do a sign at and a number sign name somebody or something.
     */
    private static final Pattern ANYWHERE = Pattern.compile(
            "[\\\\`*\\[\\]|~$]|(?<![\\p{L}\\p{N}])[_@#]|_(?![\\p{L}\\p{N}])", Pattern.UNICODE_CHARACTER_CLASS);

    /** What begins a list, a quotation, a line across the page or a heading, at the beginning of a line alone. */
    private static final Pattern AT_BEGINNING =
            Pattern.compile("^(\\s*)(?=>|[-+](?:\\s|$)|[-=]+\\s*$)|^(\\s*\\d+)(?=[.)](?:\\s|$))");

    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");

    private Markdown() {}

    /**
     * Makes a text that somebody chose plain: Markdown and the HTML inside it have no power in it. What has none anyway
     * stays as it is, such as the hyphen of SHA-256, because many read these files as they are.
     */
    static String escape(String text) {
        var line =
                ANYWHERE.matcher(Printable.visible(text).replaceAll("\\R", " ")).replaceAll("\\\\$0");
        line = ENTITY.matcher(line).replaceAll("&amp;").replace("<", "&lt;");
        return AT_BEGINNING.matcher(line).replaceFirst("$1$2\\\\");
    }
}
