package io.github.lenet.evaluation;

import io.github.lenet.text.English;

/**
 * Which images were asked.
 *
 * @param name name of the data set, such as {@code mnist}
 * @param split its part, such as {@code test}
 * @param images number of images
 */
public record DatasetSummary(String name, String split, int images) {

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
     * The data set as it reads in a sentence.
     *
     * @return for example {@code mnist test (10000 images)}
     */
    public String describe() {
        return name + " " + split + " (" + images + " " + English.plural(images, "image") + ")";
    }
}
