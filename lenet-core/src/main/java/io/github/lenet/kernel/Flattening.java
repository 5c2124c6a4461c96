package io.github.lenet.kernel;

import org.jspecify.annotations.Nullable;

/** Between planes and a dense layer: values in the order of the images, and their gradients back. */
final class Flattening implements Pass {

    private final FeatureMaps values;
    private final @Nullable FeatureMaps gradients;

    /** Takes memory. */
    Flattening(Output planes, int lanes) {
        values = FeatureMaps.of(planes.values(), lanes);
        gradients = planes.hasGradient() ? FeatureMaps.of(planes.gradient(), lanes) : null;
    }

    /** {@code [image][(channel, row, column)]}. */
    Output output() {
        return new Output(values.images(), gradients == null ? Output.NO_GRADIENT : gradients.images());
    }

    @Override
    public void forward(Weights weights, int images) {
        values.separate(images);
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        if (gradients != null) {
            gradients.interleave(images);
        }
    }
}
