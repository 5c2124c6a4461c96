package io.github.lenet.text;

import static io.github.lenet.text.Formatting.format;

import java.util.List;

/** Sentences, and numbers and lists as they read in one. */
public final class English {

    private static final int MOST_NAMES = 10;

    private English() {}

    /**
     * A sentence that ends with a text from elsewhere, which may bring a full stop or not.
     *
     * @param text the sentence
     * @return the same with one full stop at its end
     */
    public static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /**
     * How many there are of something, with separators between the thousands.
     *
     * @param number how many
     * @param noun the word for one of them, whose plural ends in s
     * @return for example {@code 1 image} or {@code 60,000 images}
     */
    public static String count(int number, String noun) {
        return format("%,d %s", number, plural(number, noun));
    }

    /**
     * The word for some of something, where the number is written apart.
     *
     * @param number how many
     * @param noun the word for one of them, whose plural ends in s
     * @return the noun, or its plural for every number but 1
     */
    public static String plural(int number, String noun) {
        return number == 1 ? noun : noun + "s";
    }

    /**
     * Some classes by their names.
     *
     * @param names names of the classes, at least one
     * @return for example {@code class 7} or {@code 3 classes (4, 5, 6)}
     */
    public static String classes(List<String> names) {
        return names.size() == 1 ? "class " + names.get(0) : format("%d classes (%s)", names.size(), list(names));
    }

    /**
     * A list that may be long, so that its beginning stands for it.
     *
     * @param names the names
     * @return for example {@code a, b}; of more than ten the first ten {@code and more}
     */
    public static String list(List<String> names) {
        var shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return names.size() > MOST_NAMES ? shown + " and more" : shown;
    }
}
