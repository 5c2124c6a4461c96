package io.github.lenet.kernel;

import java.util.Arrays;

/** The means of planes, image by image. */
final class LaneGlobalPooling implements Pass {

    private final Planes planes;
    private final Output output;
    private final boolean beginsGradient;

    LaneGlobalPooling(Planes planes, boolean beginsGradient) {
        this.planes = planes;
        this.beginsGradient = beginsGradient;
        var channels = planes.shape().channels();
        output = new Output(
                Rows.allocate(planes.lanes(), channels),
                planes.hasGradient() ? Rows.allocate(planes.lanes(), channels) : Output.NO_GRADIENT);
    }

    /** {@code [image][channel]}. */
    Output output() {
        return output;
    }

    @Override
    public void forward(Weights weights, int images) {
        var shape = planes.shape();
        for (var image = 0; image < images; image++) {
            for (var channel = 0; channel < shape.channels(); channel++) {
                var sum = 0F;
                for (var row = 0; row < shape.height(); row++) {
                    var from = planes.index(channel, row, 0) + image;
                    for (var i = 0; i < planes.runSize(); i += planes.lanes()) {
                        sum += planes.values()[from + i];
                    }
                }
                output.values()[image][channel] = sum / shape.planeSize();
            }
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        if (!planes.hasGradient()) {
            return;
        }
        if (beginsGradient) {
            Arrays.fill(planes.gradient(), 0);
        }
        var shape = planes.shape();
        for (var channel = 0; channel < shape.channels(); channel++) {
            for (var image = 0; image < images; image++) {
                var share = output.gradient()[image][channel] / shape.planeSize();
                for (var row = 0; row < shape.height(); row++) {
                    var to = planes.index(channel, row, 0) + image;
                    for (var i = 0; i < planes.runSize(); i += planes.lanes()) {
                        planes.gradient()[to + i] += share;
                    }
                }
            }
        }
    }
}
