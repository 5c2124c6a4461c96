package io.github.lenet.answer;

import io.github.lenet.json.OmitEmpty;
import io.github.lenet.text.English;
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
}
