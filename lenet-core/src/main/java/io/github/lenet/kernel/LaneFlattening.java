package io.github.lenet.kernel;

import java.util.Arrays;

/** Between planes and a dense layer: values image by image, and their gradients back. */
final class LaneFlattening implements Pass {

    private final Planes planes;
    private final Output output;

    LaneFlattening(Planes planes) {
        this.planes = planes;
        var size = planes.shape().size();
        output = new Output(
                Rows.allocate(planes.lanes(), size),
                planes.hasGradient() ? Rows.allocate(planes.lanes(), size) : Output.NO_GRADIENT);
    }

    /** {@code [image][(channel, row, column)]}. */
    Output output() {
        return output;
    }

    @Override
    public void forward(Weights weights, int images) {
        for (var image = 0; image < images; image++) {
            var values = output.values()[image];
            for (var i = 0; i < planes.shape().size(); i++) {
                values[i] = planes.values()[place(i) + image];
            }
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        if (!planes.hasGradient()) {
            return;
        }
        Arrays.fill(planes.gradient(), 0);
        for (var image = 0; image < images; image++) {
            var values = output.gradient()[image];
            for (var i = 0; i < planes.shape().size(); i++) {
                planes.gradient()[place(i) + image] = values[i];
            }
        }
    }

    private int place(int index) {
        var shape = planes.shape();
        var position = index % shape.planeSize();
        return planes.index(index / shape.planeSize(), position / shape.width(), position % shape.width());
    }
}
