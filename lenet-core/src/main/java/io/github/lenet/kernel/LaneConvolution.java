package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;

/** A convolution of planes. */
final class LaneConvolution implements Pass {

    private final Convolution convolution;
    private final int firstBias;
    private final Planes output;
    private final ConvolutionMethod method;

    LaneConvolution(ConvolutionOperands operands, ConvolutionMethod method) {
        convolution = operands.convolution();
        firstBias = operands.firstBias();
        output = operands.output();
        this.method = method;
    }

    @Override
    public void forward(Weights weights, int images) {
        method.outputs(weights);
        if (firstBias >= 0) {
            for (var filter = 0; filter < convolution.filters(); filter++) {
                activate(filter);
            }
        }
    }

    private void activate(int filter) {
        for (var row = 0; row < output.shape().height(); row++) {
            Activations.apply(
                    convolution.activation(), output.values(), output.index(filter, row, 0), output.runSize());
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        Activations.differentiate(
                convolution.activation(), output.gradient(), output.values(), output.gradient().length);
        for (var filter = 0; filter < convolution.filters() && firstBias >= 0; filter++) {
            gradient[firstBias + filter] += sumOfGradient(filter);
        }
        method.addWeightGradient(gradient);
        method.inputGradient(weights);
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
}
