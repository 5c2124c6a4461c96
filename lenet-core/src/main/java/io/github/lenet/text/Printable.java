package io.github.lenet.text;

import static io.github.lenet.text.Formatting.format;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text from outside, such as names of files and classes, or what a server answers, made fit to be printed. It cannot
 * move the cursor of a terminal, reorder what a reader sees, begin a line of its own, give an order to a build server
 * that reads the log, or fill the log. The username and password of an address, such as that of a repository, are left
 * out.
 *
 * <p>Whatever cannot be seen is written as in Java: a line feed becomes <code>&#92;u000a</code>. A text that is already
 * printable stays as it is.
 */
public final class Printable {

    /** Enough for every name that somebody can want to read. */
    private static final int LONGEST_NAME = 100;

    /** Enough for a path, which may have more than a thousand characters. */
    private static final int LONGEST_LINE = 2_000;

    /** Enough for a rule about every class of a large model, which a verdict lists. */
    private static final int MOST_LINES = 1_000;

    /** How much of a text that is too long is its beginning; the rest is its end, where messages say what to do. */
    private static final double BEGINNING = 0.7;

    /** What messages of our own put before every line but the first. */
    private static final String INDENT = "  ";

    /** Any line break but one that is followed by the indent of our own messages. */
    private static final Pattern OWN_BREAK = Pattern.compile("\\r?\\n(?=" + INDENT + ")");

    /**
     * What GitHub Actions, Azure Pipelines and TeamCity take for an order: a line that begins with two colons, spaces
     * before them or not, and {@code ##[...]}, {@code ##vso[...]} and {@code ##teamcity[...]} anywhere.
     */
    private static final Pattern ORDER = Pattern.compile("^\\p{Z}*:(?=:)|#(?=#[a-z]*\\[)");

    /** What stands before the host of an address. */
    private static final Pattern USER_INFORMATION = Pattern.compile("(?<=://)[^\\s/?#]*@");

    private Printable() {}

    /**
     * A text within a line, or a whole line.
     *
     * @param text any text
     * @return one line of at most about 2,000 characters
     */
    public static String of(String text) {
        return of(text, LONGEST_LINE);
    }

    /**
     * A text of which a part says enough.
     *
     * @param text any text
     * @param longest characters that it may have; in a longer one some of its middle are left out, and counted
     * @return one line
     */
    public static String of(String text, int longest) {
        return shortened(withoutOrders(escaped(withoutPasswords(text), "")), longest);
    }

    /**
     * A name among others, in a table or a list.
     *
     * @param text any text
     * @return one line of at most about 100 characters
     */
    public static String name(String text) {
        return of(text, LONGEST_NAME);
    }

    /**
     * A message that may have several lines. All but the first are indented with two spaces or more; a line break
     * before anything else comes from outside, and is made visible.
     *
     * @param text any text
     * @return at most 1,000 lines, each as {@link #of} gives it
     */
    public static String message(String text) {
        var lines = OWN_BREAK.split(text, -1);
        var more = lines.length - MOST_LINES;
        var printable = Stream.of(lines).limit(MOST_LINES).map(line -> of(line));
        return (more > 0 ? Stream.concat(printable, Stream.of(INDENT + "and " + more + " more lines")) : printable)
                .collect(Collectors.joining("\n"));
    }

    /**
     * A text whose line breaks, tabs and length do no harm where it is shown, such as in HTML.
     *
     * @param text any text
     * @return the text, with everything else visible
     */
    public static String visible(String text) {
        return escaped(withoutPasswords(text), "\n\r\t");
    }

    private static String withoutPasswords(String text) {
        return USER_INFORMATION.matcher(text).replaceAll("...@");
    }

    private static String escaped(String text, String kept) {
        if (text.codePoints().allMatch(character -> isVisible(character) || kept.indexOf(character) >= 0)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(character -> isVisible(character) || kept.indexOf(character) >= 0
                        ? Character.toString(character)
                        : escape(character))
                .collect(Collectors.joining());
    }

    /**
     * Control and format characters, among them those of bidirectional text, are not, and neither are separators of
     * lines, halves of a character, and what is none, which XML cannot hold. Joiners are: words of Persian and Hindi,
     * and many emoji, need them.
     */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> character == 0x200C || character == 0x200D;
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> (character & 0xFFFE) != 0xFFFE;
        };
    }

    private static String escape(int character) {
        return Character.toString(character)
                .chars()
                .mapToObj(half -> format("\\u%04x", half))
                .collect(Collectors.joining());
    }

    private static String withoutOrders(String line) {
        return ORDER.matcher(line).replaceAll(order -> {
            var sign = order.group().length() - 1;
            return order.group().substring(0, sign) + "\\"
                    + escape(order.group().charAt(sign));
        });
    }

    private static String shortened(String line, int longest) {
        if (line.length() <= longest) {
            return line;
        }
        var begin = whole(line, (int) (longest * BEGINNING));
        var end = whole(line, line.length() - (longest - begin));
        return line.substring(0, begin) + "... (" + (end - begin) + " characters left out) ..." + line.substring(end);
    }

    /** A place between two characters, and not between the halves of one. */
    private static int whole(String line, int index) {
        return Character.isLowSurrogate(line.charAt(index)) ? index - 1 : index;
    }
}
