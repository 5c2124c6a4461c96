package io.github.lenet.kernel;

import io.github.lenet.network.Pooling;
import java.util.Arrays;

/** Pooling of planes. */
final class LanePooling implements Pass {

    private final Pooling pooling;
    private final Planes input;
    private final boolean beginsGradient;
    private final Planes output;
    private final LaneSweeps sweeps;
    private final int[] places;
    /** {@code [(row, column) of the square][place]}. */
    private final int[][] squares;

    LanePooling(Pooling pooling, Planes input, boolean beginsGradient, Planes output) {
        this.pooling = pooling;
        this.input = input;
        this.beginsGradient = beginsGradient;
        this.output = output;
        sweeps = LaneSweeps.fastest(input.lanes());
        places = output.places(output.shape(), 1, 0);
        squares = new int[pooling.fanIn()][];
        var corners = input.places(output.shape(), pooling.size(), 0);
        for (var i = 0; i < squares.length; i++) {
            var distance = input.index(0, i / pooling.size(), i % pooling.size()) - input.index(0, 0, 0);
            squares[i] = Arrays.stream(corners).map(place -> place + distance).toArray();
        }
    }

    @Override
    public void forward(Weights weights, int images) {
        for (var channel = 0; channel < output.shape().channels(); channel++) {
            var to = channel * output.planeSize();
            var from = channel * input.planeSize();
            fill(to, isAverage() ? 0 : Float.NEGATIVE_INFINITY);
            for (int[] square : squares) {
                if (isAverage()) {
                    addShare(square, from, input.values(), places, to, output.values());
                } else {
                    sweeps.raise(places, to, output.values(), square, from, input.values());
                }
            }
        }
    }

    private boolean isAverage() {
        return pooling.kind() == Pooling.Kind.AVERAGE;
    }

    private void fill(int first, float value) {
        for (int place : places) {
            Arrays.fill(output.values(), first + place, first + place + output.lanes(), value);
        }
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
            var from = channel * output.planeSize();
            var to = channel * input.planeSize();
            for (int[] square : squares) {
                if (isAverage()) {
                    addShare(places, from, output.gradient(), square, to, input.gradient());
                } else {
                    sweeps.passBack(
                            places,
                            from,
                            output.values(),
                            output.gradient(),
                            square,
                            to,
                            input.values(),
                            input.gradient());
                }
            }
        }
    }

    private void addShare(int[] from, int firstFrom, float[] values, int[] to, int firstTo, float[] sums) {
        var share = 1f / pooling.fanIn();
        for (var i = 0; i < from.length; i++) {
            for (var lane = 0; lane < input.lanes(); lane++) {
                sums[firstTo + to[i] + lane] += share * values[firstFrom + from[i] + lane];
            }
        }
    }
}
