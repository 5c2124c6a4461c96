package io.github.lenet.network;

import java.util.List;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) of each plane, then an activation. In a training, a plane is normalised
 * with the mean and the variance of its values in a group of images; afterwards, with running averages of both.
 *
 * <p>Parameters: {@code scales[channels]} (gamma), then {@code shifts[channels]} (beta). Statistics:
 * {@code means[channels]}, then {@code variances[channels]}, which begin as 0 and 1.
 *
 * @param input the planes that go in, from a convolution without biases; as many come out
 * @param activation what is applied to each output
 * @param initialScale what the scales begin with: 1, but 0 where the branch of a residual block ends, so that a block
 *     begins as the identity (Goyal et al. 2017)
 */
public record BatchNormalization(Shape input, Activation activation, float initialScale) implements Layer {

    /** Is added to each variance, so that a constant plane is no division by zero. */
    public static final double EPSILON = 1e-5;

    /** The part of the running averages that a step keeps. */
    public static final double DECAY = 0.99;

    /**
     * The part of the running averages that one step keeps: {@link #DECAY}, but less in the first hundred steps, which
     * count alike. So the averages of a short training are not those that they began with.
     *
     * @param step number of the step, from 1
     * @return 0 for the first step, at most {@link #DECAY}
     */
    public static double decay(int step) {
        return Math.min(DECAY, 1 - 1.0 / step);
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public int fanIn() {
        return 1;
    }

    @Override
    public int fanOut() {
        return 1;
    }

    @Override
    public List<Slice> slices() {
        var channels = input.channels();
        return List.of(new Slice(Slice.Kind.SCALES, 0, channels), new Slice(Slice.Kind.SHIFTS, channels, 2 * channels));
    }

    @Override
    public int statisticsCount() {
        return 2 * input.channels();
    }

    @Override
    public void requireMeasurable(float[] statistics, int first) {
        var channels = input.channels();
        for (var i = first + channels; i < first + 2 * channels; i++) {
            if (statistics[i] < 0) {
                throw new IllegalArgumentException("statistics has the variance " + statistics[i] + " at index " + i);
            }
        }
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
