package io.github.lenet.benchmark;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialTraining;
import io.github.lenet.training.Checkpoints;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import io.github.lenet.training.TrainingListener;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** LeNet-5 on a few of MNIST's training images; others of them tell the truth. */
final class SmallMnist implements SearchProblem {

    static final int IMAGES = 3_000;

    private static final int TRUTH = 10_000;

    private static final int SEEDS_OF_TRUTH = 3;

    private final Dataset images;
    private final Dataset truth;

    /**
     * Draws the images.
     *
     * @param mnist the training images
     * @param random decides which of them are used
     */
    SmallMnist(Dataset mnist, SeededRandom random) {
        var order = IntStream.range(0, mnist.size()).toArray();
        random.shuffle(order);
        images = mnist.subset(Arrays.copyOf(order, IMAGES), mnist.split());
        truth = mnist.subset(Arrays.copyOfRange(order, IMAGES, IMAGES + TRUTH), "truth");
    }

    @Override
    public TrialOutcome train(TrialTraining training) {
        var hyperparameters = training.hyperparameters();
        var parts = images.stratifiedHoldOut(hyperparameters.validationFraction(), hyperparameters.seed());
        return training.outcome(parts, 1, null, new TrainingListener() {}, Checkpoints.NONE);
    }

    @Override
    public double error(Hyperparameters hyperparameters) {
        var errors = 0.0;
        for (var seed = 1; seed <= SEEDS_OF_TRUTH; seed++) {
            var values = new HashMap<>(hyperparameters.values());
            values.put("seed", -seed);
            var last = last(new Training(Hyperparameters.of(values), images, truth));
            errors += 100 * (1 - Objects.requireNonNull(last.validationAccuracy(), "nothing was held out"));
        }
        return errors / SEEDS_OF_TRUTH;
    }

    private static EpochResult last(Training training) {
        var epochs = new Trainer(1).train(training).epochs();
        return epochs.get(epochs.size() - 1);
    }

    @Override
    public OptionalDouble lowestError() {
        return OptionalDouble.empty();
    }
}
