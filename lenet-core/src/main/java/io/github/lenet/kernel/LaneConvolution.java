package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import java.util.Arrays;

/** A convolution of planes. */
final class LaneConvolution implements Pass {

    private final Convolution convolution;
    /** Where the biases of this layer begin; -1 if it has none. */
    private final int firstBias;

    private final int firstWeight;
    private final Planes input;
    private final boolean beginsGradient;
    private final Planes output;
    private final float[] sums;

    /**
     * Prepares.
     *
     * @param firstBias where the biases of this layer begin; -1 if it has none
     * @param firstWeight where its weights begin
     * @param beginsGradient whether this is the first pass that computes the gradient of the input
     */
    LaneConvolution(
            Convolution convolution,
            int firstBias,
            int firstWeight,
            Planes input,
            boolean beginsGradient,
            Planes output) {
        this.convolution = convolution;
        this.firstBias = firstBias;
        this.firstWeight = firstWeight;
        this.input = input;
        this.beginsGradient = beginsGradient;
        this.output = output;
        sums = new float[output.runSize()];
    }

    @Override
    public void forward(Weights weights, int images) {
        var parameters = weights.parameters();
        for (var filter = 0; filter < convolution.filters(); filter++) {
            for (var row = 0; row < output.shape().height(); row++) {
                Arrays.fill(sums, firstBias < 0 ? 0 : parameters[firstBias + filter]);
                for (var tap = 0; tap < convolution.fanIn(); tap++) {
                    var weight = parameters[firstWeight + filter * convolution.fanIn() + tap];
                    for (var column = 0; column < output.shape().width(); column++) {
                        var from = place(tap, row, column);
                        var to = column * output.lanes();
                        for (var lane = 0; lane < output.lanes(); lane++) {
                            sums[to + lane] += weight * input.values()[from + lane];
                        }
                    }
                }
                Activations.apply(convolution.activation(), sums, 0, sums.length);
                System.arraycopy(sums, 0, output.values(), output.index(filter, row, 0), sums.length);
            }
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        Activations.differentiate(
                convolution.activation(), output.gradient(), output.values(), output.gradient().length);
        if (beginsGradient) {
            Arrays.fill(input.gradient(), 0);
        }
        for (var filter = 0; filter < convolution.filters(); filter++) {
            if (firstBias >= 0) {
                gradient[firstBias + filter] += sumOfGradient(filter);
            }
            for (var tap = 0; tap < convolution.fanIn(); tap++) {
                var index = firstWeight + filter * convolution.fanIn() + tap;
                gradient[index] += backward(filter, tap, weights.parameters()[index]);
            }
        }
    }

    private float sumOfGradient(int filter) {
        var sum = 0F;
        for (var row = 0; row < output.shape().height(); row++) {
            var from = output.index(filter, row, 0);
            for (var i = 0; i < output.runSize(); i++) {
                sum += output.gradient()[from + i];
            }
        }
        return sum;
    }

    /** Adds to the gradient of the input what comes by way of one weight, and computes the gradient of the weight. */
    private float backward(int filter, int tap, float weight) {
        var sum = 0F;
        for (var row = 0; row < output.shape().height(); row++) {
            for (var column = 0; column < output.shape().width(); column++) {
                var from = output.index(filter, row, column);
                var to = place(tap, row, column);
                for (var lane = 0; lane < output.lanes(); lane++) {
                    var gradient = output.gradient()[from + lane];
                    sum += gradient * input.values()[to + lane];
                    if (input.hasGradient()) {
                        input.gradient()[to + lane] += weight * gradient;
                    }
                }
            }
        }
        return sum;
    }

    /** Where the inputs lie that a tap multiplies for an output. */
    private int place(int tap, int row, int column) {
        var size = convolution.kernelSize();
        return input.index(
                tap / (size * size),
                row * convolution.stride() + tap / size % size - convolution.padding(),
                column * convolution.stride() + tap % size - convolution.padding());
    }
}
