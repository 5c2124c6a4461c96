package io.github.lenet.benchmark;

import io.github.lenet.recipe.Hyperparameters;
import java.util.Map;

/** The trainings that are measured. */
public final class Recipe {

    private Recipe() {}

    /**
     * The recipe of the usual Python project: Adam with the step size 0.001 throughout, on the images as they are.
     *
     * @param architecture name of the network
     * @param epochs passes over the training images
     * @param batchSize images of a step; 32 there
     * @return its hyperparameters
     */
    public static Hyperparameters seed(String architecture, int epochs, int batchSize) {
        return Hyperparameters.of(Map.of(
                "architecture",
                architecture,
                "epochs",
                epochs,
                "batchSize",
                batchSize,
                "learningRate",
                0.001,
                "schedule",
                "constant",
                "augmentation",
                "none",
                // Whatever an architecture has as its own default.
                "weightDecay",
                0,
                "warmup",
                0));
    }

    /**
     * What {@code mvn lenet:train} does unless it is told otherwise.
     *
     * @return its hyperparameters
     */
    static Hyperparameters standard() {
        return Hyperparameters.of(Map.of());
    }
}
