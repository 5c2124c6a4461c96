package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import java.util.List;
import java.util.SplittableRandom;

/** Networks to test with, and random values for them. */
public final class Networks {

    public static final Network LENET_5 = new Network(List.of(
            new Convolution(1, 28, 28, 6, 5, 0, Activation.RELU),
            new Pooling(Pooling.Kind.MAXIMUM, 6, 24, 24, 2),
            new Convolution(6, 12, 12, 16, 5, 0, Activation.RELU),
            new Pooling(Pooling.Kind.MAXIMUM, 16, 8, 8, 2),
            new Dense(256, 120, Activation.RELU),
            new Dense(120, 84, Activation.RELU),
            new Dense(84, 10, Activation.IDENTITY)));

    public static final Network LENET_5_OF_1998 = new Network(List.of(
            new Convolution(1, 28, 28, 6, 5, 2, Activation.TANH),
            new Pooling(Pooling.Kind.AVERAGE, 6, 28, 28, 2),
            new Convolution(6, 14, 14, 16, 5, 0, Activation.TANH),
            new Pooling(Pooling.Kind.AVERAGE, 16, 10, 10, 2),
            new Dense(400, 120, Activation.TANH),
            new Dense(120, 84, Activation.TANH),
            new Dense(84, 10, Activation.IDENTITY)));

    /** Two convolutions before a pooling, squares of three that leave two rows over, more than one colour. */
    public static final Network ODD = new Network(List.of(
            new Convolution(3, 9, 10, 5, 3, 1, Activation.TANH),
            new Convolution(5, 9, 10, 4, 2, 0, Activation.RELU),
            new Pooling(Pooling.Kind.MAXIMUM, 4, 8, 9, 3),
            new Convolution(4, 2, 3, 2, 2, 1, Activation.TANH),
            new Dense(24, 3, Activation.IDENTITY)));

    public static final Network DENSE =
            new Network(List.of(new Dense(20, 7, Activation.RELU), new Dense(7, 4, Activation.IDENTITY)));

    private Networks() {}

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
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(network.outputSize());
        }
        return labels;
    }

    private static float[] multiples(int count, int from, int to, int divisor, long seed) {
        var random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(from, to + 1) / (float) divisor;
        }
        return values;
    }

    public static double[] widen(float[] values, int from, int count) {
        double[] wide = new double[count];
        for (int i = 0; i < count; i++) {
            wide[i] = values[from + i];
        }
        return wide;
    }
}
