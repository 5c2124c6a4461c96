package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Shape;
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

    private Networks() {}

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
