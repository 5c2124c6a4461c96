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

    private final ConvolutionOperands operands;
    private final WinogradSums outputs;
    /** Null where the inputs want no gradient. */
    private final @Nullable WinogradSums inputs;
    /** Null without training. */
    private final @Nullable WinogradWeightGradient weightGradient;

    WinogradMethod(ConvolutionOperands operands) {
        this.operands = operands;
        var input = operands.input();
        var output = operands.output();
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
                operands.input().values(),
                weights.winograd(operands.node()).forOutputs(),
                weights.parameters(),
                operands.firstBias(),
                false,
                operands.output().values());
    }

    @Override
    public void addWeightGradient(float[] gradient) {
        Objects.requireNonNull(weightGradient, "made without training").addTo(gradient, operands.firstWeight());
    }

    @Override
    public void inputGradient(Weights weights) {
        if (inputs != null) {
            inputs.compute(
                    operands.output().gradient(),
                    weights.winograd(operands.node()).forInputs(),
                    weights.parameters(),
                    -1,
                    !operands.beginsGradient(),
                    operands.input().gradient());
        }
    }
}
