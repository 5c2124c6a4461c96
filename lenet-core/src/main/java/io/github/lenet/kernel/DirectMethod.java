package io.github.lenet.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sums as they are defined: of every weight of a kernel times what lies below it. */
final class DirectMethod implements ConvolutionMethod {

    private final ConvolutionOperands operands;
    private final LaneLoops loops;
    private final LaneSums outputs;
    /** The gradient of the inputs, for each phase. */
    private final List<LaneSums> inputs;

    /** Null without training. */
    private final @Nullable LaneWeightGradient weightGradient;

    DirectMethod(ConvolutionOperands operands) {
        this.operands = operands;
        var input = operands.input();
        var output = operands.output();
        loops = LaneLoops.fastest(input.lanes());
        outputs = outputs();
        inputs = input.hasGradient() ? inputs() : List.of();
        weightGradient =
                output.hasGradient() ? new LaneWeightGradient(operands.convolution(), loops, input, output) : null;
    }

    private LaneSums outputs() {
        var convolution = operands.convolution();
        var input = operands.input();
        var output = operands.output();
        var size = convolution.kernelSize();
        var taps = new int[convolution.fanIn()];
        Arrays.setAll(
                taps, tap -> input.index(tap / (size * size), tap / size % size, tap % size) - input.index(0, 0, 0));
        return new LaneSums(
                convolution.filters(),
                output.planeSize(),
                taps,
                input.places(output.shape(), convolution.stride(), -convolution.padding()),
                output.places(output.shape(), 1, 0));
    }

    private List<LaneSums> inputs() {
        var sums = new ArrayList<LaneSums>();
        var stride = operands.convolution().stride();
        var phases = ConvolutionWeights.phases(operands.convolution());
        for (var phase = 0; phase < phases.size(); phase++) {
            sums.add(inputs(phase / stride, phase % stride, phases.get(phase)));
        }
        return sums;
    }

    private LaneSums inputs(int firstRow, int firstColumn, int[] places) {
        var convolution = operands.convolution();
        var input = operands.input();
        var output = operands.output();
        var size = convolution.kernelSize();
        var stride = convolution.stride();
        var padding = convolution.padding();
        var taps = new int[convolution.filters() * places.length];
        Arrays.setAll(taps, tap -> {
            var place = places[tap % places.length];
            var row = (firstRow + padding - place / size) / stride;
            var column = (firstColumn + padding - place % size) / stride;
            return output.index(tap / places.length, row, column) - output.index(0, 0, 0);
        });
        var height = (input.shape().height() - firstRow + stride - 1) / stride;
        var width = (input.shape().width() - firstColumn + stride - 1) / stride;
        var from = new int[height * width];
        Arrays.setAll(from, i -> output.index(0, i / width, i % width));
        var to = new int[height * width];
        Arrays.setAll(to, i -> input.index(0, firstRow + i / width * stride, firstColumn + i % width * stride));
        return new LaneSums(convolution.input().channels(), input.planeSize(), taps, from, to);
    }

    @Override
    public void outputs(Weights weights) {
        loops.sum(
                outputs,
                operands.input().values(),
                weights.convolution(operands.node()).forOutputs(),
                0,
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
        for (var phase = 0; phase < inputs.size(); phase++) {
            loops.sum(
                    inputs.get(phase),
                    operands.output().gradient(),
                    weights.convolution(operands.node()).forInputs(phase),
                    0,
                    weights.parameters(),
                    -1,
                    !operands.beginsGradient(),
                    operands.input().gradient());
        }
    }
}
