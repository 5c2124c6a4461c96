package io.github.lenet.network;

import java.util.Locale;

/**
 * One layer of a network: its shape, without parameters.
 *
 * <p>Values between layers are in the order channel, row, column.
 */
public sealed interface Layer permits Convolution, Pooling, Dense {

    /**
     * The number of values that go in.
     *
     * @return values per image
     */
    int inputSize();

    /**
     * The number of values that come out.
     *
     * @return values per image
     */
    int outputSize();

    /**
     * The number of trainable parameters.
     *
     * @return length of this layer's part of the flat parameter array; 0 for pooling
     */
    int parameterCount();

    /** Refuses a size that is not positive. */
    static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be at least 1, not %d", name, value));
        }
    }
}
