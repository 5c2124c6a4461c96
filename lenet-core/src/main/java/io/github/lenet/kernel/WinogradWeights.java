package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;

/** The kernels of a convolution at the sixteen points of {@link LaneTiles}. */
final class WinogradWeights implements LayerWeights {

    private static final int POINTS = LaneTiles.POINTS;

    /** A line of a cache: a step of a power of two would put all points of a kernel in the same few of them. */
    private static final int PADDING = 16;

    private final int firstWeight;
    private final int channels;
    private final int filters;
    private final float[] forOutputs;
    private final float[] forInputs;

    /**
     * Takes memory.
     *
     * @param firstWeight where the weights begin in the flat array
     * @param training whether there will be gradients
     */
    WinogradWeights(Convolution convolution, int firstWeight, boolean training) {
        this.firstWeight = firstWeight;
        channels = convolution.input().channels();
        filters = convolution.filters();
        forOutputs = new float[POINTS * step(filters, channels)];
        forInputs = new float[training ? POINTS * step(channels, filters) : 0];
    }

    /** From the weights of a point to those of the next, for so many outputs and taps. */
    static int step(int outputs, int taps) {
        return LaneSums.weights(outputs, taps) + PADDING;
    }

    /** For each point in turn, those of {@link LaneSums}: the outputs are the filters, and the taps the channels. */
    float[] forOutputs() {
        return forOutputs;
    }

    /** Of the kernels turned round: the outputs are the channels, and the taps the filters. Empty without training. */
    float[] forInputs() {
        return forInputs;
    }

    @Override
    public void load(float[] parameters, int part, int parts) {
        var step = step(filters, channels);
        for (var filter = filters * part / parts; filter < filters * (part + 1) / parts; filter++) {
            for (var channel = 0; channel < channels; channel++) {
                var first = firstWeight + (filter * channels + channel) * 9;
                transform(parameters, first, 1, forOutputs, LaneSums.weight(filter, channel, channels), step);
            }
        }
        var inputStep = step(channels, filters);
        for (var channel = channels * part / parts; channel < channels * (part + 1) / parts; channel++) {
            for (var filter = 0; filter < filters && forInputs.length > 0; filter++) {
                var last = firstWeight + (filter * channels + channel) * 9 + 8;
                transform(parameters, last, -1, forInputs, LaneSums.weight(channel, filter, filters), inputStep);
            }
        }
    }

    /**
     * Transforms a kernel.
     *
     * @param first where its first weight lies
     * @param next from one weight to the next: -1 for a kernel turned round
     */
    private static void transform(float[] parameters, int first, int next, float[] points, int to, int pointStep) {
        var a = parameters[first];
        var b = parameters[first + next];
        var c = parameters[first + 2 * next];
        var d = parameters[first + 3 * next];
        var e = parameters[first + 4 * next];
        var f = parameters[first + 5 * next];
        var g = parameters[first + 6 * next];
        var h = parameters[first + 7 * next];
        var i = parameters[first + 8 * next];
        var rowStep = 4 * pointStep;
        row(a, b, c, points, to, pointStep);
        row((a + d + g) * 0.5F, (b + e + h) * 0.5F, (c + f + i) * 0.5F, points, to + rowStep, pointStep);
        row((a - d + g) * 0.5F, (b - e + h) * 0.5F, (c - f + i) * 0.5F, points, to + 2 * rowStep, pointStep);
        row(g, h, i, points, to + 3 * rowStep, pointStep);
    }

    private static void row(float left, float middle, float right, float[] points, int to, int pointStep) {
        points[to] = left;
        points[to + pointStep] = (left + middle + right) * 0.5F;
        points[to + 2 * pointStep] = (left - middle + right) * 0.5F;
        points[to + 3 * pointStep] = right;
    }
}
