package io.github.lenet.kernel;

import io.github.lenet.network.BatchNormalization;

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
    }

    @Override
    public void forward(Weights weights, int images) {
        for (var channel = 0; channel < means.length; channel++) {
            measure(channel, weights, images);
            factors[channel] = (float) (1 / Math.sqrt((double) variances[channel] + BatchNormalization.EPSILON));
            normalize(channel, weights.parameters()[firstScale + channel], weights.parameters()[firstShift + channel]);
        }
    }

    /** A single value has no variance; then the running statistics serve. */
    private void measure(int channel, Weights weights, int images) {
        if (isTooFew(images)) {
            means[channel] = weights.statistics()[firstStatistic + channel];
            variances[channel] = weights.statistics()[firstStatistic + means.length + channel];
            return;
        }
        double count = images * input.shape().planeSize();
        var sum = 0D;
        for (var row = 0; row < input.shape().height(); row++) {
            var from = input.index(channel, row, 0);
            for (var i = 0; i < input.runSize(); i += input.lanes()) {
                for (var image = 0; image < images; image++) {
                    sum += input.values()[from + i + image];
                }
            }
        }
        var mean = (float) (sum / count);
        var squares = 0D;
        for (var row = 0; row < input.shape().height(); row++) {
            var from = input.index(channel, row, 0);
            for (var i = 0; i < input.runSize(); i += input.lanes()) {
                for (var image = 0; image < images; image++) {
                    double distance = input.values()[from + i + image] - mean;
                    squares += distance * distance;
                }
            }
        }
        means[channel] = mean;
        variances[channel] = (float) (squares / count);
    }

    private boolean isTooFew(int images) {
        return images * input.shape().planeSize() < 2;
    }

    private void normalize(int channel, float scale, float shift) {
        for (var row = 0; row < input.shape().height(); row++) {
            var from = input.index(channel, row, 0);
            var to = output.index(channel, row, 0);
            for (var i = 0; i < input.runSize(); i++) {
                output.values()[to + i] =
                        scale * ((input.values()[from + i] - means[channel]) * factors[channel]) + shift;
            }
            Activations.apply(normalization.activation(), output.values(), to, output.runSize());
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        Activations.differentiate(
                normalization.activation(), output.gradient(), output.values(), output.gradient().length);
        for (var channel = 0; channel < means.length; channel++) {
            backward(channel, weights.parameters()[firstScale + channel], images, gradient);
        }
    }

    private void backward(int channel, float scale, int images, float[] gradient) {
        var sum = 0D;
        var products = 0D;
        for (var row = 0; row < input.shape().height(); row++) {
            var from = input.index(channel, row, 0);
            var to = output.index(channel, row, 0);
            for (var i = 0; i < input.runSize(); i += input.lanes()) {
                for (var image = 0; image < images; image++) {
                    var change = output.gradient()[to + i + image];
                    sum += change;
                    products += change * normalized(channel, from + i + image);
                }
            }
        }
        gradient[firstScale + channel] += (float) products;
        gradient[firstShift + channel] += (float) sum;
        var count = images * input.shape().planeSize();
        // Running statistics do not change with the values.
        var meanGradient = isTooFew(images) ? 0 : (float) (sum / count);
        var meanProduct = isTooFew(images) ? 0 : (float) (products / count);
        for (var row = 0; row < input.shape().height(); row++) {
            var from = input.index(channel, row, 0);
            var to = output.index(channel, row, 0);
            for (var i = 0; i < input.runSize(); i += input.lanes()) {
                for (var lane = 0; lane < input.lanes(); lane++) {
                    var change = output.gradient()[to + i + lane]
                            - meanGradient
                            - normalized(channel, from + i + lane) * meanProduct;
                    input.gradient()[from + i + lane] = lane < images ? scale * factors[channel] * change : 0;
                }
            }
        }
    }

    private float normalized(int channel, int place) {
        return (input.values()[place] - means[channel]) * factors[channel];
    }

    @Override
    public void addStatistics(int images, float[] statistics) {
        for (var channel = 0; channel < means.length; channel++) {
            statistics[firstStatistic + channel] += images * means[channel];
            statistics[firstStatistic + means.length + channel] += images * variances[channel];
        }
    }
}
