package io.github.lenet.kernel;

/**
 * What a layer leaves to the next: planes, {@code [channel][(row, column, image)]}, or, behind a layer without planes,
 * {@code [image][unit]}.
 *
 * @param values the output of the layer
 * @param gradient where the next layer leaves the gradient of the output; {@link #NO_GRADIENT} where nobody needs it
 */
record Output(float[][] values, float[][] gradient) {

    static final float[][] NO_GRADIENT = {};

    boolean hasGradient() {
        return gradient.length > 0;
    }
}
