package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;

/**
 * How long a training takes to be right on 99 of 100 test images. The test images only watch here: nothing that trains
 * depends on them.
 */
final class TimeToAccuracy {

    private static final double ACCURACY = 0.99;

    private TimeToAccuracy() {}

    /**
     * Trains once, in a JVM that has not trained before.
     *
     * @param recipe what to train
     * @param threads threads to use
     * @param training the training images
     * @param test the test images
     * @return a sentence
     */
    static String measure(Hyperparameters recipe, int threads, Dataset training, Dataset test) {
        var epochs =
                new Trainer(threads).train(new Training(recipe, training, test)).epochs();
        var last = epochs.get(epochs.size() - 1);
        var end = format(
                "all %d epochs take %.1f s and end at %.2f %% with a loss of %.4f.",
                epochs.size(),
                epochs.stream().mapToDouble(EpochResult::seconds).sum(),
                100 * last.validationAccuracy(),
                last.validationLoss());
        var seconds = 0.0;
        for (var epoch : epochs) {
            seconds += epoch.seconds();
            if (epoch.validationAccuracy() >= ACCURACY) {
                return format(
                        "99 %% of the test images are right after %d epochs and %.1f s of training (%d threads, %s); %s",
                        epoch.epoch(), seconds, threads, text(recipe), end);
            }
        }
        return format("99 %% is not reached (%d threads, %s); %s", threads, text(recipe), end);
    }

    private static String text(Hyperparameters recipe) {
        return format("batch %d, seed %d", recipe.batchSize(), recipe.seed());
    }
}
