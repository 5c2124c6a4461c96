package io.github.lenet.text;

import static io.github.lenet.text.Formatting.format;

import java.util.regex.Pattern;

/** Text from outside, for people: it must not be able to move the cursor of a terminal, or to begin a line of its own. */
public final class Printable {

  private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cc}");

  private Printable() {}

  /**
   * Writes control characters as in Java: a line feed becomes <code>&#92;u000a</code>.
   *
   * @param text such as the name of a file
   * @return the same on one line
   */
  public static String of(String text) {
    return CONTROL_CHARACTER
        .matcher(text)
        .replaceAll(match -> format("\\\\u%04x", (int) match.group().charAt(0)));
  }
}
