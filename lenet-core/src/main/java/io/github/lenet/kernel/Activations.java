package io.github.lenet.kernel;

import io.github.lenet.network.Activation;

/** The arithmetic of the {@link Activation}s. */
final class Activations {

    private Activations() {}

    /** Applies a function to the first values of an array, in place. */
    static void apply(Activation activation, float[] values, int length) {
        apply(activation, values, 0, length);
    }

    /** Applies a function to values that lie next to each other, in place. */
    static void apply(Activation activation, float[] values, int from, int length) {
        switch (activation) {
            case IDENTITY -> {}
            case RELU -> {
                for (var i = from; i < from + length; i++) {
                    values[i] = Math.max(values[i], 0);
                }
            }
            case TANH -> {
                for (var i = from; i < from + length; i++) {
                    values[i] = Tanh.of(values[i]);
                }
            }
        }
    }

    /**
     * Multiplies each gradient with the derivative of a function.
     *
     * @param gradients gradients by the outputs of the function; gradients by its inputs afterwards
     * @param outputs what the function gave
     */
    static void differentiate(Activation activation, float[] gradients, float[] outputs, int length) {
        switch (activation) {
            case IDENTITY -> {}
            case RELU -> {
                for (var i = 0; i < length; i++) {
                    gradients[i] *= Indicator.positive(outputs[i]);
                }
            }
            case TANH -> {
                for (var i = 0; i < length; i++) {
                    gradients[i] *= 1 - outputs[i] * outputs[i];
                }
            }
        }
    }
}
