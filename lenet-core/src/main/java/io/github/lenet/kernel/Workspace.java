package io.github.lenet.kernel;

import io.github.lenet.network.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network at work: the memory that one thread needs to compute up to {@code lanes} images side by side. */
final class Workspace {

    /** How many images are computed side by side, at most. */
    static final int LANES = 16;

    private final float[][] images;
    /** The images for the layers that take planes; null if there are none. */
    private final @Nullable FeatureMaps planes;

    private final List<Pass> passes;
    private final Output output;
    private final double[] exponentials;

    Workspace(Network network, int lanes, boolean training) {
        exponentials = new double[network.outputSize()];
        images = Rows.allocate(lanes, network.inputSize());
        var builder = new PassBuilder(network, lanes, training, images);
        planes = builder.planes();
        passes = builder.passes();
        output = builder.output();
    }

    /** The place for the values of an image, to be filled before {@link #forward}. */
    float[] image(int index) {
        return images[index];
    }

    /** Computes the logits of the first images. */
    void forward(Weights weights, int count) {
        if (planes != null) {
            planes.interleave(count);
        }
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

    /** Completes the flat array. */
    void storeGradient(float[] gradient) {
        for (Pass pass : passes) {
            pass.storeGradient(gradient);
        }
    }
}
