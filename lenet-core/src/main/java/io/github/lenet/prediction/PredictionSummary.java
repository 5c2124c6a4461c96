package io.github.lenet.prediction;

import java.util.List;

/**
 * What became of the images.
 *
 * @param images how many were classified
 * @param problems a sentence for each file, and each image of an IDX file, that could not be used
 */
public record PredictionSummary(int images, List<String> problems) {

    /** Copies the list. */
    public PredictionSummary {
        problems = List.copyOf(problems);
    }
}
