package io.github.lenet.network;

import java.util.List;
import java.util.Locale;

/**
 * A network: layers one after the other, and softmax with cross-entropy behind the last.
 *
 * <p>Convolutions, each with or without pooling behind it, come first, dense layers after them. The flat array of
 * parameters holds those of each layer, in order; see {@link Convolution} and {@link Dense}. Immutable and thread-safe.
 */
public final class Network {

    private final List<Layer> layers;

    /**
     * Creates a network.
     *
     * @param layers in the order of computation; the last is a dense one without activation, which gives the logits
     * @throws IllegalArgumentException if the layers do not fit together
     */
    public Network(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        int last = layers.size() - 1;
        if (last < 0 || !(layers.get(last) instanceof Dense dense) || dense.activation() != Activation.IDENTITY) {
            throw new IllegalArgumentException("the last layer must be dense, with the activation IDENTITY");
        }
        for (int i = 0; i <= last; i++) {
            if (layers.get(i) instanceof Pooling && (i == 0 || !(layers.get(i - 1) instanceof Convolution))) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "layer %d is a pooling layer, but no convolution is before it", i));
            }
            if (i > 0 && layers.get(i) instanceof Convolution && layers.get(i - 1) instanceof Dense) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "layer %d is a convolution, but layer %d is dense; convolutions come before all dense layers",
                        i,
                        i - 1));
            }
            if (i > 0) {
                requireFit(i - 1, layers.get(i - 1), layers.get(i));
            }
        }
    }

    private static void requireFit(int layer, Layer from, Layer to) {
        Shape output = Shape.ofOutput(from);
        Shape input = Shape.ofInput(to);
        // Only a dense layer takes the values of planes one after the other, as if each were a plane of its own.
        boolean flattens = to instanceof Dense && to.inputSize() == from.outputSize();
        if (!flattens && !input.is(output)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "layer %d gives %s values, but layer %d takes %s", layer, output, layer + 1, input));
        }
    }

    /**
     * The layers.
     *
     * @return as given, immutable
     */
    public List<Layer> layers() {
        return layers;
    }

    /**
     * The number of values of an image.
     *
     * @return channels times rows times columns
     */
    public int inputSize() {
        return layers.get(0).inputSize();
    }

    /**
     * The number of classes.
     *
     * @return outputs of the last layer
     */
    public int outputSize() {
        return layers.get(layers.size() - 1).outputSize();
    }

    /**
     * The number of trainable parameters.
     *
     * @return length of the flat array
     */
    public int parameterCount() {
        return layers.stream().mapToInt(Layer::parameterCount).sum();
    }

    /**
     * Checks the length of an array of parameters.
     *
     * @param parameters what is to be the parameters of this network
     * @throws IllegalArgumentException if there are not {@link #parameterCount()} of them
     */
    public void requireParameters(float[] parameters) {
        if (parameters.length != parameterCount()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the network has %d parameters, but %d were given",
                    parameterCount(),
                    parameters.length));
        }
    }

    /** What goes into or comes out of a layer; dense layers have planes of one value. */
    private record Shape(int channels, int height, int width) {

        static Shape ofInput(Layer layer) {
            if (layer instanceof Convolution convolution) {
                return new Shape(convolution.channels(), convolution.height(), convolution.width());
            }
            if (layer instanceof Pooling pooling) {
                return new Shape(pooling.channels(), pooling.height(), pooling.width());
            }
            return new Shape(layer.inputSize(), 1, 1);
        }

        static Shape ofOutput(Layer layer) {
            if (layer instanceof Convolution convolution) {
                return new Shape(convolution.filters(), convolution.outputHeight(), convolution.outputWidth());
            }
            if (layer instanceof Pooling pooling) {
                return new Shape(pooling.channels(), pooling.outputHeight(), pooling.outputWidth());
            }
            return new Shape(layer.outputSize(), 1, 1);
        }

        /** The equality of records would do, but takes 24 ms to prepare in every program that loads a model. */
        boolean is(Shape other) {
            return channels == other.channels && height == other.height && width == other.width;
        }

        boolean isFlat() {
            return height == 1 && width == 1;
        }

        @Override
        public String toString() {
            return isFlat() ? Integer.toString(channels) : channels + " x " + height + " x " + width;
        }
    }
}
