package io.github.lenet.recipe;

import io.github.lenet.network.Architecture;
import java.util.Map;

/**
 * What goes with an architecture where the user sets nothing: the one table of the defaults that depend on it. An
 * architecture that is not listed has those of {@code lenet5}.
 *
 * <p>Step size and augmentation are for the schedule {@code cosine}. The others have those of the usual Python project,
 * whatever the architecture: 0.001, and the images as they are.
 *
 * @param epochs passes over the training images
 * @param batchSize images for each step
 * @param learningRate step size of Adam
 * @param warmup steps of the warm-up
 * @param weightDecay share of each weight that a step takes away
 * @param augmentation how the images are varied
 */
record StandardRecipe(
        long epochs, long batchSize, double learningRate, long warmup, double weightDecay, Augmentation augmentation) {

    private static final double USUAL_LEARNING_RATE = 0.001;

    private static final StandardRecipe LENET = new StandardRecipe(10, 32, 0.002, 0, 0, Augmentation.SHIFT);

    /** With batch normalisation, larger steps and batches do. */
    private static final StandardRecipe DEEP = new StandardRecipe(10, 64, 0.003, 200, 0.05, Augmentation.SHIFT);

    static final Map<String, StandardRecipe> TABLE = Map.of(
            Architecture.LENET5.name(), LENET,
            Architecture.LENET5_1998.name(), LENET,
            Architecture.VGG6.name(), DEEP,
            Architecture.RESNET8.name(), DEEP,
            Architecture.RESNET14.name(), DEEP);

    static StandardRecipe of(String architecture) {
        return TABLE.getOrDefault(architecture, LENET);
    }

    /** The step size that goes with a schedule. */
    double learningRate(Schedule schedule) {
        return schedule == Schedule.COSINE ? learningRate : USUAL_LEARNING_RATE;
    }

    /** The augmentation that goes with a schedule. */
    Augmentation augmentation(Schedule schedule) {
        return schedule == Schedule.COSINE ? augmentation : Augmentation.NONE;
    }
}
