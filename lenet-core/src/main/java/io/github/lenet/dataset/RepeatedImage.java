package io.github.lenet.dataset;

import java.util.List;

/**
 * An image that stands in a data set more than once, byte for byte.
 *
 * @param training where it stands among the training images, ascending
 * @param test where it stands among the test images, ascending; together there are two places or more
 */
public record RepeatedImage(List<Integer> training, List<Integer> test) {

    /** Copies the lists. */
    public RepeatedImage {
        training = List.copyOf(training);
        test = List.copyOf(test);
    }

    /**
     * Whether a model that learns it is measured on it as well.
     *
     * @return true if it stands in both parts
     */
    public boolean isLeak() {
        return !training.isEmpty() && !test.isEmpty();
    }
}
