package io.github.lenet.benchmark;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialTraining;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A surface of about the height and the noise of LeNet-5 on MNIST. The best step size goes with the batch size,
 * augmentations differ a little, and the strong ones need long trainings.
 */
final class DrawnSurface implements SearchProblem {

    /** Errors of a hundred that no training goes below. */
    private static final double FLOOR = 0.6;

    /** How much of that the augmentation decides at most. */
    private static final double OF_AUGMENTATION = 0.3;

    /** Standard deviation of the measured error of trainings that differ in their seed. */
    private static final double NOISE = 0.06;

    /** Nats of loss for each error of a hundred. */
    private static final double LOSS = 0.033;

    private final double bestLearningRate;
    private final double bestWeightDecay;
    private final double[] gains;

    /**
     * Draws a surface.
     *
     * @param random decides where it is lowest
     */
    DrawnSurface(SeededRandom random) {
        bestLearningRate = 0.0005 * StrictMath.pow(16, random.nextDouble());
        bestWeightDecay = 0.08 * random.nextDouble();
        gains = AUGMENTATIONS.stream()
                .mapToDouble(name -> name.equals("none") ? 0 : OF_AUGMENTATION * random.nextDouble())
                .toArray();
    }

    @Override
    public TrialOutcome train(TrialTraining training) {
        var hyperparameters = training.hyperparameters();
        var random = new SeededRandom(hyperparameters.values().hashCode());
        // The sum of twelve uniform numbers is about normal, with a variance of 1.
        var noise = DoubleStream.generate(random::nextDouble).limit(12).sum() - 6;
        var error = error(hyperparameters) + NOISE * noise;
        return TrialOutcome.measured(LOSS * error, 1 - Math.min(1, error / 100), List.of(LOSS * error), 0);
    }

    @Override
    public double error(Hyperparameters hyperparameters) {
        var batch = hyperparameters.batchSize() / 32.0;
        var steps = octaves(hyperparameters.learningRate() / (bestLearningRate * Math.sqrt(batch)));
        var decay = (hyperparameters.weightDecay() - bestWeightDecay) / 0.1;
        var augmentation = AUGMENTATIONS.indexOf(hyperparameters.augmentation());
        var whole = ((Number) PRESENT.get("epochs")).doubleValue();
        var missing = (whole / hyperparameters.epochs() - 1) * (0.25 + 0.1 * augmentation);
        return FLOOR * (1 + missing)
                + 0.05 * steps * steps
                + 0.02 * octaves(batch) * octaves(batch)
                + 0.3 * decay * decay
                + OF_AUGMENTATION
                - gains[augmentation];
    }

    private static double octaves(double ratio) {
        return StrictMath.log(ratio) / StrictMath.log(2);
    }

    @Override
    public OptionalDouble lowestError() {
        var gain = DoubleStream.of(gains).max().orElseThrow();
        return OptionalDouble.of(FLOOR + OF_AUGMENTATION - gain);
    }
}
