package io.github.lenet.parameter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who wrote a name that does not exist. */
public final class Spelling {

    /** More changes than this turn a word into another word, and so do changes to half of a short one. */
    private static final int MAXIMUM_DISTANCE = 2;

    private Spelling() {}

    /**
     * Finds the most similar name.
     *
     * @param written the name that does not exist
     * @param known the names that do
     * @return the nearest of these, or empty if none is near
     */
    public static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(written, name) <= Math.min(MAXIMUM_DISTANCE, (written.length() - 1) / 2))
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Says that a name does not exist, which one may be meant, and which ones there are.
     *
     * @param written the name that does not exist
     * @param known the names that do, in the order to show them
     * @return the rest of a sentence that begins with the name: {@code is unknown, perhaps you mean mnist; known are
     *     mnist, fashion-mnist}
     */
    public static String unknown(String written, Collection<String> known) {
        var guess = nearest(written, known)
                .map(name -> ", perhaps you mean " + name)
                .orElse("");
        return "is unknown" + guess + "; known are " + String.join(", ", known);
    }

    /** The Levenshtein distance, and 0 for names that differ only in case and hyphens. */
    private static int distance(String one, String other) {
        var a = one.replace("-", "").toLowerCase(Locale.ROOT);
        var b = other.replace("-", "").toLowerCase(Locale.ROOT);
        var previous = new int[b.length() + 1];
        for (var column = 0; column <= b.length(); column++) {
            previous[column] = column;
        }
        for (var row = 1; row <= a.length(); row++) {
            var current = new int[b.length() + 1];
            current[0] = row;
            for (var column = 1; column <= b.length(); column++) {
                var replaced = previous[column - 1] + (a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
