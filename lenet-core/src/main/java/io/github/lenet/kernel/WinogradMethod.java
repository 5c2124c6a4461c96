package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Winograd's minimal filtering F(2 x 2, 3 x 3) (Lavin and Gray 2016): 16 multiplications for 4 outputs where the
 * definition takes 36, with rounding errors of the same size. The transforms pay from some channels on.
 */
final class WinogradMethod implements ConvolutionMethod {

    /** Of inputs, and of outputs, times the share of the tiles that lies on the plane; measured. */
    private static final double MINIMUM_CHANNELS = 32;

    private final int node;
    /** Where the biases of this layer begin; -1 if it has none. */
    private final int firstBias;

    private final int firstWeight;
    private final Planes input;
    private final boolean beginsGradient;
    private final Planes output;
    private final WinogradSums outputs;
    /** Null where the inputs want no gradient. */
    private final @Nullable WinogradSums inputs;
    /** Null without training. */
    private final @Nullable WinogradWeightGradient weightGradient;

    /**
     * Prepares.
     *
     * @param node index of this layer in the network
     * @param firstBias where the biases of this layer begin; -1 if it has none
     * @param firstWeight where its weights begin
     * @param beginsGradient whether this is the first pass that computes the gradient of the input
     */
    WinogradMethod(int node, int firstBias, int firstWeight, Planes input, boolean beginsGradient, Planes output) {
        this.node = node;
        this.firstBias = firstBias;
        this.firstWeight = firstWeight;
        this.input = input;
        this.beginsGradient = beginsGradient;
        this.output = output;
        outputs = new WinogradSums(input, output);
        inputs = input.hasGradient() ? new WinogradSums(output, input) : null;
        weightGradient = output.hasGradient() ? new WinogradWeightGradient(input, output) : null;
    }

    /** Whether this is faster than {@link DirectMethod}. */
    static boolean suits(Convolution convolution) {
        if (convolution.kernelSize() != 3 || convolution.stride() != 1 || convolution.padding() != 1) {
            return false;
        }
        var output = convolution.output();
        var tiles = (output.height() + 1) / 2 * ((output.width() + 1) / 2);
        var channels = Math.min(convolution.input().channels(), convolution.filters());
        return channels * output.planeSize() >= MINIMUM_CHANNELS * tiles * 4;
    }

    @Override
    public void outputs(Weights weights) {
        outputs.compute(
                input.values(),
                weights.winograd(node).forOutputs(),
                weights.parameters(),
                firstBias,
                false,
                output.values());
    }

    @Override
    public void addWeightGradient(float[] gradient) {
        Objects.requireNonNull(weightGradient, "made without training").addTo(gradient, firstWeight);
    }

    @Override
    public void inputGradient(Weights weights) {
        if (inputs != null) {
            inputs.compute(
                    output.gradient(),
                    weights.winograd(node).forInputs(),
                    weights.parameters(),
                    -1,
                    !beginsGradient,
                    input.gradient());
        }
    }
}
