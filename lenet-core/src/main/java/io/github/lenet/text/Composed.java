package io.github.lenet.text;

import java.text.Normalizer;
import java.util.List;

/**
 * Names in the form in which they are compared and kept: Unicode's NFC. What looks the same is the same then: macOS
 * gives the name of a folder {@code grün} with a u and two dots of its own, a keyboard writes one letter.
 */
public final class Composed {

    private Composed() {}

    /**
     * Brings a name into that form.
     *
     * @param name any text
     * @return the same text for a reader
     */
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /**
     * Brings names into that form.
     *
     * @param names any texts
     * @return an unmodifiable list of the same texts for a reader
     */
    public static List<String> of(List<String> names) {
        return names.stream().map(Composed::of).toList();
    }
}
