package io.github.lenet.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over the training images gave.
 *
 * @param epoch number of the epoch, from 1
 * @param learningRate the optimiser's step size at the end of the epoch
 * @param trainingLoss mean cross-entropy over the epoch's images, each measured just before the step that used it, in
 *     nats
 * @param trainingAccuracy share of those images that were classified right, 0 to 1
 * @param validationLoss mean cross-entropy over the held-out images after the epoch, or null without a hold-out
 * @param validationAccuracy share of the held-out images that are classified right, 0 to 1, or null without a hold-out
 * @param seconds wall-clock time of the epoch, without the validation
 * @param imagesPerSecond training images divided by {@code seconds}
 */
public record EpochResult(
        int epoch,
        double learningRate,
        double trainingLoss,
        double trainingAccuracy,
        @Nullable Double validationLoss,
        @Nullable Double validationAccuracy,
        double seconds,
        double imagesPerSecond) {

    /**
     * Checks that results are those of the first epochs of one training.
     *
     * @param epochs the results
     * @throws IllegalArgumentException if one does not stand in the place of its number
     */
    public static void requireInOrder(List<EpochResult> epochs) {
        for (var i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).epoch() != i + 1) {
                throw new IllegalArgumentException("epoch " + epochs.get(i).epoch() + " stands in place " + (i + 1));
            }
        }
    }
}
