package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Node;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Shape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Networks to test with, and random values for them. */
public final class Networks {

    public static final Network LENET_5 = Network.sequence(
            new Shape(1, 28, 28),
            new Convolution(new Shape(1, 28, 28), 6, 5, 0, Activation.RELU),
            new Pooling(Pooling.Kind.MAXIMUM, new Shape(6, 24, 24), 2),
            new Convolution(new Shape(6, 12, 12), 16, 5, 0, Activation.RELU),
            new Pooling(Pooling.Kind.MAXIMUM, new Shape(16, 8, 8), 2),
            new Dense(256, 120, Activation.RELU),
            new Dense(120, 84, Activation.RELU),
            new Dense(84, 10, Activation.IDENTITY));

    public static final Network LENET_5_OF_1998 = Network.sequence(
            new Shape(1, 28, 28),
            new Convolution(new Shape(1, 28, 28), 6, 5, 2, Activation.TANH),
            new Pooling(Pooling.Kind.AVERAGE, new Shape(6, 28, 28), 2),
            new Convolution(new Shape(6, 14, 14), 16, 5, 0, Activation.TANH),
            new Pooling(Pooling.Kind.AVERAGE, new Shape(16, 10, 10), 2),
            new Dense(400, 120, Activation.TANH),
            new Dense(120, 84, Activation.TANH),
            new Dense(84, 10, Activation.IDENTITY));

    /** Two convolutions before a pooling, squares of three that leave two rows over, more than one colour. */
    public static final Network ODD = Network.sequence(
            new Shape(3, 9, 10),
            new Convolution(new Shape(3, 9, 10), 5, 3, 1, Activation.TANH),
            new Convolution(new Shape(5, 9, 10), 4, 2, 0, Activation.RELU),
            new Pooling(Pooling.Kind.MAXIMUM, new Shape(4, 8, 9), 3),
            new Convolution(new Shape(4, 2, 3), 2, 2, 1, Activation.TANH),
            new Dense(24, 3, Activation.IDENTITY));

    public static final Network DENSE = Network.sequence(
            new Shape(1, 4, 5), new Dense(20, 7, Activation.RELU), new Dense(7, 4, Activation.IDENTITY));

    /** Convolutions alone before the dense layer, without activation and with. */
    public static final Network CONVOLUTIONS = Network.sequence(
            new Shape(2, 7, 6),
            new Convolution(new Shape(2, 7, 6), 3, 3, 0, Activation.IDENTITY),
            new Convolution(new Shape(3, 5, 4), 4, 3, 1, Activation.RELU),
            new Dense(80, 4, Activation.IDENTITY));

    /** Pooling of the image, of what is pooled already, and straight to the dense layer. */
    public static final Network POOLINGS = Network.sequence(
            new Shape(2, 13, 16),
            new Pooling(Pooling.Kind.MAXIMUM, new Shape(2, 13, 16), 2),
            new Convolution(new Shape(2, 6, 8), 3, 3, 1, Activation.RELU),
            new Pooling(Pooling.Kind.AVERAGE, new Shape(3, 6, 8), 1),
            new Pooling(Pooling.Kind.MAXIMUM, new Shape(3, 6, 8), 2),
            new Pooling(Pooling.Kind.AVERAGE, new Shape(3, 3, 4), 2),
            new Dense(6, 3, Activation.IDENTITY));

    /** Branches, strides, odd numbers of rows and columns; layers with less and more than sixteen channels. */
    public static final Network RESIDUAL = residual();

    /** Pooling behind batch normalisation, and a convolution with biases. */
    public static final Network NORMALIZED = normalized();

    private Networks() {}

    private static Network residual() {
        var image = new Shape(2, 9, 8);
        var conv1 = new Convolution(image, 17, 3, 2, 1, false, Activation.IDENTITY);
        var norm1 = new BatchNormalization(conv1.output(), Activation.RELU, 1);
        var conv2 = new Convolution(norm1.output(), 6, 3, 2, 1, false, Activation.IDENTITY);
        var norm2 = new BatchNormalization(conv2.output(), Activation.TANH, 1);
        var conv3 = new Convolution(norm2.output(), 6, 3, 1, 1, false, Activation.IDENTITY);
        var norm3 = new BatchNormalization(conv3.output(), Activation.IDENTITY, 0);
        var projection = new Convolution(norm1.output(), 6, 1, 2, 0, true, Activation.TANH);
        var sum = new Addition(norm3.output(), Activation.RELU);
        return new Network(
                image,
                List.of(
                        node("conv1", conv1, Network.IMAGE),
                        node("norm1", norm1, 0),
                        node("conv2", conv2, 1),
                        node("norm2", norm2, 2),
                        node("projection", projection, 1),
                        node("conv3", conv3, 3),
                        node("norm3", norm3, 5),
                        node("sum", sum, 6, 4),
                        node("twice", new Addition(sum.output(), Activation.IDENTITY), 7, 7),
                        node("pool", new GlobalPooling(sum.output()), 8),
                        node("classes", new Dense(6, 3, Activation.IDENTITY), 9)));
    }

    private static Node node(String name, Layer layer, Integer... inputs) {
        return new Node(name, layer, List.of(inputs));
    }

    private static Network normalized() {
        var conv = new Convolution(new Shape(3, 11, 9), 18, 3, 1, 1, false, Activation.IDENTITY);
        var norm = new BatchNormalization(conv.output(), Activation.RELU, 1);
        var pool = new Pooling(Pooling.Kind.MAXIMUM, norm.output(), 2);
        var conv2 = new Convolution(pool.output(), 5, 2, 1, 0, true, Activation.TANH);
        var average = new Pooling(Pooling.Kind.AVERAGE, conv2.output(), 2);
        return Network.sequence(
                new Shape(3, 11, 9),
                conv,
                norm,
                pool,
                conv2,
                average,
                new Dense(average.output().size(), 3, Activation.IDENTITY));
    }

    /** Those that are computed in lanes. */
    public static Stream<Network> deep() {
        return Stream.of(RESIDUAL, NORMALIZED);
    }

    /** One of each kind. */
    public static Stream<Network> all() {
        return Stream.of(LENET_5, LENET_5_OF_1998, ODD, DENSE, CONVOLUTIONS, POOLINGS);
    }

    /** Multiples of 1/64 from -0.2 to 0.2. */
    public static float[] parameters(Network network, long seed) {
        return multiples(network.parameterCount(), -13, 13, 64, seed);
    }

    /** Multiples of 1/16 from 0 to 1: convolutions are exact, so no rounding decides which of two values is larger. */
    public static float[] images(Network network, int count, long seed) {
        return multiples(count * network.inputSize(), 0, 16, 16, seed);
    }

    public static byte[] labels(Network network, int count, long seed) {
        var random = new SplittableRandom(seed);
        byte[] labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(network.outputSize());
        }
        return labels;
    }

    private static float[] multiples(int count, int from, int to, int divisor, long seed) {
        var random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (var i = 0; i < count; i++) {
            values[i] = random.nextInt(from, to + 1) / (float) divisor;
        }
        return values;
    }

    public static double[] widen(float[] values, int from, int count) {
        double[] wide = new double[count];
        for (var i = 0; i < count; i++) {
            wide[i] = values[from + i];
        }
        return wide;
    }
}
