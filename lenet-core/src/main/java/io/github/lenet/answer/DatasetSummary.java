package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.json.OmitEmpty;
import io.github.lenet.text.English;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which images were asked.
 *
 * @param name name of the data set, such as {@code mnist}, or of the file that lists its labels
 * @param split its part, such as {@code test}; null for a data set that has no parts
 * @param images number of images
 */
public record DatasetSummary(
        String name, @OmitEmpty @Nullable String split, int images) {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public DatasetSummary {
        if (images < 0) {
            throw new IllegalArgumentException("a data set has no " + images + " images");
        }
    }

    /**
     * The data set and its part, without the number of images.
     *
     * @return for example {@code mnist test}
     */
    public String title() {
        return split == null ? name : name + " " + split;
    }

    /**
     * The data set as it reads in a sentence.
     *
     * @return for example {@code mnist test (10000 images)}
     */
    public String describe() {
        return title() + " (" + images + " " + English.plural(images, "image") + ")";
    }

    /**
     * The image that a row of a file is about.
     *
     * @param column where the row says it
     * @param text what stands there
     * @param problem an error in that row
     * @return its index, from 0
     * @throws EvaluationException if the text is the index of no image
     */
    int index(String column, String text, Function<String, EvaluationException> problem) throws EvaluationException {
        var index = INDEX.matcher(text).matches() ? Integer.parseInt(text) : Integer.MAX_VALUE;
        if (index >= images) {
            throw problem.apply(format(
                    "the %s is '%s', but the images of %s have the indices 0 to %s",
                    column, text, title(), images - 1));
        }
        return index;
    }
}
