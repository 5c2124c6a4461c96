package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import java.util.ArrayList;
import java.util.List;

/** A network at work: the memory that one thread needs to compute up to {@code lanes} images side by side. */
final class Workspace {

    /** How many images are computed side by side, at most. */
    static final int LANES = 16;

    private final boolean training;
    private final int lanes;
    private final float[][] images;
    /** What goes into the first convolution; null if there is none. */
    private FeatureMaps input;
    /** What the last convolution gives to the dense layers, and the gradient that they give back. */
    private FeatureMaps features;

    private FeatureMaps featureGradient;
    private final List<ConvolutionPass> convolutions = new ArrayList<>();
    private final List<DensePass> denses = new ArrayList<>();
    private final double[] exponentials;

    Workspace(Network network, int lanes, boolean training) {
        this.training = training;
        this.lanes = lanes;
        exponentials = new double[network.outputSize()];
        List<Layer> layers = network.layers();
        images = Rows.allocate(lanes, network.inputSize());
        int offset = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer) instanceof Convolution convolution) {
                convolutions.add(convolutionPass(convolution, layers.get(layer + 1), offset));
            } else if (layers.get(layer) instanceof Dense dense) {
                denses.add(densePass(dense, layer, offset));
            }
            offset += layers.get(layer).parameterCount();
        }
    }

    private ConvolutionPass convolutionPass(Convolution convolution, Layer next, int offset) {
        Pooling pooling = next instanceof Pooling behind ? behind : null;
        if (convolutions.isEmpty()) {
            input = new FeatureMaps(images, new float[convolution.channels()][convolution.planeSize() * lanes]);
            return new ConvolutionPass(convolution, pooling, offset, input.planes(), null, lanes, training);
        }
        ConvolutionPass previous = last(convolutions);
        return new ConvolutionPass(
                convolution, pooling, offset, previous.output(), previous.outputGradient(), lanes, training);
    }

    private DensePass densePass(Dense dense, int layer, int offset) {
        if (!denses.isEmpty()) {
            DensePass previous = last(denses);
            return new DensePass(dense, layer, offset, previous.output(), previous.outputGradient(), training);
        }
        if (convolutions.isEmpty()) {
            return new DensePass(dense, layer, offset, images, null, training);
        }
        ConvolutionPass previous = last(convolutions);
        features = FeatureMaps.of(previous.output(), lanes);
        if (!training) {
            return new DensePass(dense, layer, offset, features.images(), null, false);
        }
        featureGradient = FeatureMaps.of(previous.outputGradient(), lanes);
        return new DensePass(dense, layer, offset, features.images(), featureGradient.images(), true);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    /** The place for the values of an image, to be filled before {@link #forward}. */
    float[] image(int index) {
        return images[index];
    }

    /** Computes the logits of the first images. */
    void forward(Weights weights, int count) {
        if (!convolutions.isEmpty()) {
            input.interleave(count);
            for (ConvolutionPass convolution : convolutions) {
                convolution.forward(weights.parameters(), count);
            }
            features.separate(count);
        }
        for (DensePass dense : denses) {
            dense.forward(weights, count);
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
        return last(denses).output()[image];
    }

    /** The gradient of the loss by the logits of an image, to be filled before {@link #backward}. */
    float[] outputGradient(int image) {
        return last(denses).outputGradient()[image];
    }

    /** Forgets the gradient that {@link #backward} has collected. */
    void clearGradient() {
        denses.forEach(DensePass::clearGradient);
    }

    /** Adds the gradient of the first images: of the convolutions to the flat array, of the dense layers to a store. */
    void backward(Weights weights, int count, float[] gradient) {
        for (int i = denses.size() - 1; i >= 0; i--) {
            denses.get(i).backward(weights, count);
        }
        if (!convolutions.isEmpty()) {
            featureGradient.interleave(count);
        }
        for (int i = convolutions.size() - 1; i >= 0; i--) {
            convolutions.get(i).backward(weights.parameters(), count, gradient);
        }
    }

    /** Copies the store to the flat array. */
    void storeGradient(float[] gradient) {
        for (DensePass dense : denses) {
            dense.storeGradient(gradient);
        }
    }
}
