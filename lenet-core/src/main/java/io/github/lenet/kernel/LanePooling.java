package io.github.lenet.kernel;

import io.github.lenet.network.Pooling;
import java.util.Arrays;

/** Pooling of planes. */
final class LanePooling implements Pass {

    private final Pooling pooling;
    private final Planes input;
    private final boolean beginsGradient;
    private final Planes output;

    LanePooling(Pooling pooling, Planes input, boolean beginsGradient, Planes output) {
        this.pooling = pooling;
        this.input = input;
        this.beginsGradient = beginsGradient;
        this.output = output;
    }

    @Override
    public void forward(Weights weights, int images) {
        for (var channel = 0; channel < output.shape().channels(); channel++) {
            for (var row = 0; row < output.shape().height(); row++) {
                for (var column = 0; column < output.shape().width(); column++) {
                    for (var lane = 0; lane < output.lanes(); lane++) {
                        output.values()[output.index(channel, row, column) + lane] = pool(channel, row, column, lane);
                    }
                }
            }
        }
    }

    private float pool(int channel, int row, int column, int lane) {
        var isAverage = pooling.kind() == Pooling.Kind.AVERAGE;
        var pooled = isAverage ? 0 : Float.NEGATIVE_INFINITY;
        for (var place = 0; place < pooling.fanIn(); place++) {
            var value = input.values()[place(channel, row, column, place) + lane];
            pooled = isAverage ? pooled + 1f / pooling.fanIn() * value : Math.max(pooled, value);
        }
        return pooled;
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        if (!input.hasGradient()) {
            return;
        }
        if (beginsGradient) {
            Arrays.fill(input.gradient(), 0);
        }
        for (var channel = 0; channel < output.shape().channels(); channel++) {
            for (var row = 0; row < output.shape().height(); row++) {
                for (var column = 0; column < output.shape().width(); column++) {
                    for (var lane = 0; lane < output.lanes(); lane++) {
                        spread(channel, row, column, lane);
                    }
                }
            }
        }
    }

    private void spread(int channel, int row, int column, int lane) {
        var from = output.index(channel, row, column) + lane;
        var gradient = output.gradient()[from];
        for (var place = 0; place < pooling.fanIn(); place++) {
            var to = place(channel, row, column, place) + lane;
            if (pooling.kind() == Pooling.Kind.AVERAGE) {
                input.gradient()[to] += 1f / pooling.fanIn() * gradient;
            } else if (input.values()[to] == output.values()[from]) {
                input.gradient()[to] += gradient;
                return;
            }
        }
    }

    private int place(int channel, int row, int column, int place) {
        return input.index(
                channel,
                row * pooling.size() + place / pooling.size(),
                column * pooling.size() + place % pooling.size());
    }
}
