package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.BatchNormalization;
import java.util.Arrays;

/**
 * Batch normalisation of planes in a training. The images that are side by side are the group whose mean and variance a
 * plane is normalised with (ghost batch normalisation, Hoffer et al. 2017): so no thread waits for another, and the
 * bits do not depend on their number.
 */
final class LaneNormalization implements Pass {

    private final BatchNormalization normalization;
    private final int firstScale;
    private final int firstShift;
    private final int firstStatistic;
    private final Planes input;
    private final Planes output;
    /** Of each channel: the mean and the variance of the group, and by what a distance from the mean is multiplied. */
    private final float[] means;

    private final float[] variances;
    private final float[] factors;
    private final LaneSweeps sweeps;
    private final int[] places;
    /** What the outputs do not fall below. */
    private final float limit;
    /** For each lane. */
    private final float[] sums;

    private final float[] products;

    /**
     * Prepares.
     *
     * @param firstScale where the scales of this layer begin
     * @param firstShift where its shifts begin
     * @param firstStatistic where its running means begin, and behind them the running variances
     */
    LaneNormalization(
            BatchNormalization normalization,
            int firstScale,
            int firstShift,
            int firstStatistic,
            Planes input,
            Planes output) {
        this.normalization = normalization;
        this.firstScale = firstScale;
        this.firstShift = firstShift;
        this.firstStatistic = firstStatistic;
        this.input = input;
        this.output = output;
        var channels = input.shape().channels();
        means = new float[channels];
        variances = new float[channels];
        factors = new float[channels];
        sweeps = LaneSweeps.fastest(input.lanes());
        places = input.places(input.shape(), 1, 0);
        limit = normalization.activation() == Activation.RELU ? 0 : Float.NEGATIVE_INFINITY;
        sums = new float[input.lanes()];
        products = new float[input.lanes()];
    }

    @Override
    public void forward(Weights weights, int images) {
        for (var channel = 0; channel < means.length; channel++) {
            measure(channel, weights, images);
            factors[channel] = (float) (1 / Math.sqrt((double) variances[channel] + BatchNormalization.EPSILON));
            sweeps.normalize(
                    places,
                    channel * input.planeSize(),
                    input.values(),
                    means[channel],
                    factors[channel] * weights.parameters()[firstScale + channel],
                    weights.parameters()[firstShift + channel],
                    limit,
                    output.values());
        }
        if (limit != 0) {
            activate();
        }
    }

    private void activate() {
        for (int place : output.places(output.shape(), 1, 0)) {
            for (var channel = 0; channel < means.length; channel++) {
                Activations.apply(
                        normalization.activation(),
                        output.values(),
                        channel * output.planeSize() + place,
                        output.lanes());
            }
        }
    }

    /** A single value has no variance; then the running statistics serve. */
    private void measure(int channel, Weights weights, int images) {
        if (isTooFew(images)) {
            means[channel] = weights.statistics()[firstStatistic + channel];
            variances[channel] = weights.statistics()[firstStatistic + means.length + channel];
            return;
        }
        var first = channel * input.planeSize();
        sweeps.sum(places, first, input.values(), sums);
        means[channel] = mean(sums, images);
        sweeps.sumSquares(places, first, input.values(), means[channel], sums);
        variances[channel] = mean(sums, images);
    }

    private boolean isTooFew(int images) {
        return images * places.length < 2;
    }

    private float mean(float[] sums, int images) {
        return (float) (total(sums, images) / ((double) images * places.length));
    }

    /** Leaves out the lanes without an image. */
    private static double total(float[] sums, int images) {
        var total = 0D;
        for (var image = 0; image < images; image++) {
            total += sums[image];
        }
        return total;
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        if (limit != 0) {
            Activations.differentiate(
                    normalization.activation(), output.gradient(), output.values(), output.gradient().length);
        }
        for (var channel = 0; channel < means.length; channel++) {
            backward(channel, weights.parameters()[firstScale + channel], images, gradient);
        }
        if (images < input.lanes()) {
            clearFrom(images);
        }
    }

    private void backward(int channel, float scale, int images, float[] gradient) {
        var first = channel * input.planeSize();
        sweeps.sumGradients(
                places,
                first,
                output.gradient(),
                output.values(),
                limit,
                input.values(),
                means[channel],
                factors[channel],
                sums,
                products);
        gradient[firstScale + channel] += (float) total(products, images);
        gradient[firstShift + channel] += (float) total(sums, images);
        // Running statistics do not change with the values.
        sweeps.subtractMeans(
                places,
                first,
                output.gradient(),
                isTooFew(images) ? 0 : mean(sums, images),
                input.values(),
                means[channel],
                factors[channel],
                isTooFew(images) ? 0 : mean(products, images),
                scale * factors[channel],
                input.gradient());
    }

    /** The gradients of the lanes without an image are zero. */
    private void clearFrom(int images) {
        for (var from = 0; from < input.gradient().length; from += input.lanes()) {
            Arrays.fill(input.gradient(), from + images, from + input.lanes(), 0);
        }
    }

    @Override
    public void addStatistics(int images, float[] statistics) {
        for (var channel = 0; channel < means.length; channel++) {
            statistics[firstStatistic + channel] += images * means[channel];
            statistics[firstStatistic + means.length + channel] += images * variances[channel];
        }
    }
}
