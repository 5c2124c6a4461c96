package io.github.lenet.benchmark;

import io.github.lenet.recipe.Hyperparameters;
import java.util.Map;

/** The trainings that are measured. */
public final class Recipe {

    private Recipe() {}

    /**
     * The recipe of the usual Python project: Adam with the step size 0.001 throughout, on the images as they are.
     *
     * @param epochs passes over the training images
     * @param batchSize images of a step; 32 there
     * @return its hyperparameters
     */
    public static Hyperparameters seed(int epochs, int batchSize) {
        return Hyperparameters.of(Map.of(
                "epochs",
                epochs,
                "batchSize",
                batchSize,
                "learningRate",
                0.001,
                "schedule",
                "constant",
                "augmentation",
                "none"));
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
