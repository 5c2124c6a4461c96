package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import java.util.Arrays;

/**
 * The gradient of the weights of a convolution of planes: for each, the sum over all places and images of an input
 * times the gradient of an output. Sixteen weights are computed side by side: those of sixteen input channels, or,
 * where there are fewer channels, of sixteen filters. So what lies image by image is first put channel by channel.
 */
final class LaneWeightGradient {

    private static final int WIDTH = Workspace.LANES;

    private final LaneLoops loops;
    private final Planes input;
    private final Planes output;
    private final boolean byChannels;
    private final TurnedPlanes turned;
    private final LaneProducts products;
    private final float[] sums;
    /** For each sum, its weight; -1 if there is none. */
    private final int[] weights;

    LaneWeightGradient(Convolution convolution, LaneLoops loops, Planes input, Planes output) {
        this.loops = loops;
        this.input = input;
        this.output = output;
        byChannels = convolution.input().channels() >= WIDTH;
        turned = byChannels ? new TurnedPlanes(input, convolution.stride()) : new TurnedPlanes(output, 1);
        products = byChannels ? productsByChannels(convolution) : productsByFilters(convolution);
        sums = new float[products.size()];
        weights = weights(convolution);
    }

    private LaneProducts productsByChannels(Convolution convolution) {
        var filters = new int[convolution.filters()];
        Arrays.setAll(filters, filter -> filter * output.planeSize());
        var size = convolution.kernelSize();
        var padding = convolution.padding();
        var parts = turned.width() / WIDTH;
        var taps = new int[size * size * parts];
        Arrays.setAll(
                taps,
                i -> turned.index(i / parts / size - padding, i / parts % size - padding)
                        - turned.index(-padding, -padding)
                        + i % parts * WIDTH);
        var outputRows = new int[output.shape().height()];
        Arrays.setAll(outputRows, row -> output.index(0, row, 0));
        var inputRows = new int[outputRows.length];
        Arrays.setAll(inputRows, row -> turned.index(row * convolution.stride() - padding, -padding));
        return new LaneProducts(filters, taps, outputRows, inputRows, output.runSize(), turned.width());
    }

    /** With a stride, the inputs do not lie side by side: then each place is a run. */
    private LaneProducts productsByFilters(Convolution convolution) {
        var size = convolution.kernelSize();
        var stride = convolution.stride();
        var taps = new int[convolution.fanIn()];
        Arrays.setAll(taps, i -> input.index(i / (size * size), i / size % size, i % size) - input.index(0, 0, 0));
        var filters = new int[turned.width() / WIDTH];
        Arrays.setAll(filters, i -> i * WIDTH);
        var columns = stride == 1 ? 1 : output.shape().width();
        var outputRuns = new int[output.shape().height() * columns];
        Arrays.setAll(outputRuns, run -> turned.index(run / columns, run % columns));
        var inputRuns = new int[outputRuns.length];
        Arrays.setAll(
                inputRuns,
                run -> input.index(
                        0,
                        run / columns * stride - convolution.padding(),
                        run % columns * stride - convolution.padding()));
        return new LaneProducts(taps, filters, inputRuns, outputRuns, output.runSize() / columns, turned.width());
    }

    private int[] weights(Convolution convolution) {
        var area = convolution.kernelSize() * convolution.kernelSize();
        var parts = turned.width() / WIDTH;
        var indexes = new int[sums.length];
        Arrays.setAll(indexes, i -> {
            var one = i / WIDTH / products.sixteens().length;
            var many = i / WIDTH % products.sixteens().length;
            var which = many % parts * WIDTH + i % WIDTH;
            if (which >= turned.channels()) {
                return -1;
            }
            return byChannels
                    ? one * convolution.fanIn() + which * area + many / parts
                    : which * convolution.fanIn() + one;
        });
        return indexes;
    }

    /** Adds the gradient of the weights. */
    void addTo(float[] gradient, int firstWeight) {
        turned.load(byChannels ? input.values() : output.gradient());
        loops.sum(products, byChannels ? output.gradient() : input.values(), turned.values(), false, sums);
        for (var i = 0; i < sums.length; i++) {
            if (weights[i] >= 0) {
                gradient[firstWeight + weights[i]] += sums[i];
            }
        }
    }
}
