package io.github.lenet.kernel;

import io.github.lenet.network.Network;
import java.util.List;

/** A network at work: the memory that one thread needs to compute up to {@code lanes} images side by side. */
final class Workspace {

    /** How many images are computed side by side, at most. */
    static final int LANES = 16;

    private final float[][] images;
    private final List<Pass> passes;
    private final Output output;
    private final double[] exponentials;

    Workspace(Network network, int lanes, boolean training) {
        exponentials = new double[network.outputSize()];
        images = Rows.allocate(lanes, network.inputSize());
        var all = Passes.of(network, lanes, training, images);
        passes = all.passes();
        output = all.output();
    }

    /** The place for the values of an image, to be filled before {@link #forward}. */
    float[] image(int index) {
        return images[index];
    }

    /** Computes the logits of the first images. */
    void forward(Weights weights, int count) {
        for (Pass pass : passes) {
            pass.forward(weights, count);
        }
    }

    /**
     * Turns the logits of an image into probabilities.
     *
     * @return the logarithm of the sum of the exponentials of the logits
     */
    double softmax(int image) {
        return Softmax.apply(outputs(image), exponentials);
    }

    /** The logits of an image after {@link #forward}, its probabilities after {@link #softmax}. */
    float[] outputs(int image) {
        return output.values()[image];
    }

    /** The gradient of the loss by the logits of an image, to be filled before {@link #backward}. */
    float[] outputGradient(int image) {
        return output.gradient()[image];
    }

    /** Forgets the gradient that {@link #backward} has collected apart from the flat array. */
    void clearGradient() {
        for (Pass pass : passes) {
            pass.clearGradient();
        }
    }

    /** Adds the gradient of the first images, some of it apart from the flat array. */
    void backward(Weights weights, int count, float[] gradient) {
        for (var i = passes.size() - 1; i >= 0; i--) {
            passes.get(i).backward(weights, count, gradient);
        }
    }

    /** Adds what the layers have measured of the first images, times their number. */
    void addStatistics(int count, float[] statistics) {
        for (Pass pass : passes) {
            pass.addStatistics(count, statistics);
        }
    }

    /** Completes the flat array. */
    void storeGradient(float[] gradient) {
        for (Pass pass : passes) {
            pass.storeGradient(gradient);
        }
    }
}
