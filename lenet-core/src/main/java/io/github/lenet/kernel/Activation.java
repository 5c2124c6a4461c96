package io.github.lenet.kernel;

/** The function that a layer applies to each of its outputs. All of them are monotone. */
public enum Activation {
    /** The value itself. */
    IDENTITY,
    /** The value, or zero if it is negative. */
    RELU,
    /** The hyperbolic tangent, within 4e-7. */
    TANH;

    /** Applies this function to the first values of an array, in place. */
    void apply(float[] values, int length) {
        switch (this) {
            case IDENTITY -> {}
            case RELU -> {
                for (int i = 0; i < length; i++) {
                    values[i] = Math.max(values[i], 0);
                }
            }
            case TANH -> {
                for (int i = 0; i < length; i++) {
                    values[i] = Tanh.of(values[i]);
                }
            }
        }
    }

    /**
     * Multiplies each gradient with the derivative of this function.
     *
     * @param gradients gradients by the outputs of the function; gradients by its inputs afterwards
     * @param outputs what the function gave
     */
    void differentiate(float[] gradients, float[] outputs, int length) {
        switch (this) {
            case IDENTITY -> {}
            case RELU -> {
                for (int i = 0; i < length; i++) {
                    gradients[i] *= Indicator.positive(outputs[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < length; i++) {
                    gradients[i] *= 1 - outputs[i] * outputs[i];
                }
            }
        }
    }
}
