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
    /** {@code [row][column][lane][channel or filter]}, with the border. */
    private final float[] sixteens;

    private final LaneProducts products;
    private final float[] sums;
    /** For each sum, its weight; -1 if there is none. */
    private final int[] weights;

    LaneWeightGradient(Convolution convolution, LaneLoops loops, Planes input, Planes output) {
        this.loops = loops;
        this.input = input;
        this.output = output;
        byChannels = convolution.input().channels() >= WIDTH;
        var count = byChannels ? convolution.input().channels() : convolution.filters();
        var width = (count + WIDTH - 1) / WIDTH * WIDTH;
        var inputPlaces = input.places(output.shape(), convolution.stride(), -convolution.padding());
        var outputPlaces = output.places(output.shape(), 1, 0);
        var size = convolution.kernelSize();
        var area = size * size;
        var parts = width / WIDTH;
        if (byChannels) {
            var filters = new int[convolution.filters()];
            Arrays.setAll(filters, filter -> filter * output.planeSize());
            var taps = new int[area * parts];
            Arrays.setAll(
                    taps,
                    i -> (input.index(0, i / parts / size, i / parts % size) - input.index(0, 0, 0)) * width
                            + i % parts * WIDTH);
            products = new LaneProducts(filters, taps, outputPlaces, times(width, inputPlaces), width);
        } else {
            var taps = new int[convolution.fanIn()];
            Arrays.setAll(taps, i -> input.index(i / area, i / size % size, i % size) - input.index(0, 0, 0));
            var filters = new int[parts];
            Arrays.setAll(filters, i -> i * WIDTH);
            products = new LaneProducts(taps, filters, inputPlaces, times(width, outputPlaces), width);
        }
        var planes = byChannels ? input : output;
        sixteens = new float[planes.planeSize() * width];
        sums = new float[products.size()];
        weights = new int[sums.length];
        Arrays.setAll(weights, i -> {
            var one = i / WIDTH / products.sixteens().length;
            var many = i / WIDTH % products.sixteens().length;
            var which = many % parts * WIDTH + i % WIDTH;
            if (which >= count) {
                return -1;
            }
            return byChannels
                    ? one * convolution.fanIn() + which * area + many / parts
                    : which * convolution.fanIn() + one;
        });
    }

    private static int[] times(int factor, int[] places) {
        return Arrays.stream(places).map(place -> place * factor).toArray();
    }

    /** Adds the gradient of the weights. */
    void addTo(float[] gradient, int firstWeight) {
        if (byChannels) {
            turn(input, input.values());
            loops.sum(products, output.gradient(), sixteens, sums);
        } else {
            turn(output, output.gradient());
            loops.sum(products, input.values(), sixteens, sums);
        }
        for (var i = 0; i < sums.length; i++) {
            if (weights[i] >= 0) {
                gradient[firstWeight + weights[i]] += sums[i];
            }
        }
    }

    private void turn(Planes planes, float[] values) {
        for (var row = 0; row < planes.shape().height(); row++) {
            for (var column = 0; column < planes.shape().width(); column++) {
                var place = planes.index(0, row, column);
                for (var channel = 0; channel < planes.shape().channels(); channel++) {
                    turn(values, place + channel * planes.planeSize(), place * products.width() + channel);
                }
            }
        }
    }

    private void turn(float[] values, int from, int to) {
        for (var lane = 0; lane < WIDTH; lane++) {
            sixteens[to + lane * products.width()] = values[from + lane];
        }
    }
}
