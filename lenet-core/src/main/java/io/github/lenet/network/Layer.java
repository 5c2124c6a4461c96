package io.github.lenet.network;

import java.util.List;
import java.util.Locale;

/**
 * One layer of a network: its shape and where its parameters lie, without the parameters.
 *
 * <p>What must know the kind of a layer is a {@link LayerVisitor}; nothing else asks for it.
 */
public sealed interface Layer permits Addition, BatchNormalization, Convolution, Dense, GlobalPooling, Pooling {

    /**
     * The shape of what goes in.
     *
     * @return that of each input, where there are several
     */
    Shape input();

    /**
     * The number of inputs.
     *
     * @return 1, but for a layer that joins the outputs of others
     */
    default int inputCount() {
        return 1;
    }

    /**
     * Whether the values of planes may come in one after the other, as if each were a plane of its own.
     *
     * @return true for dense layers
     */
    default boolean flattens() {
        return false;
    }

    /**
     * Whether planes come out, with rows and columns, rather than values in a row.
     *
     * @return false for dense layers and global pooling
     */
    default boolean givesPlanes() {
        return !flattens();
    }

    /**
     * The shape of what comes out.
     *
     * @return the shape
     */
    Shape output();

    /**
     * What is applied to each output.
     *
     * @return {@link Activation#IDENTITY} for a layer without activation
     */
    Activation activation();

    /**
     * Whether batch normalisation can follow and take over biases and activation.
     *
     * @return true for a convolution without both
     */
    default boolean isNormalizable() {
        return false;
    }

    /**
     * The number of inputs behind one output.
     *
     * @return at least 1; padding counts
     */
    int fanIn();

    /**
     * The number of outputs that one input is behind.
     *
     * @return at least 1, as for an input in the middle of a plane
     */
    int fanOut();

    /**
     * Which part of this layer's parameters is what, in Deeplearning4j's order.
     *
     * @return slices without gaps that begin at 0; none for a layer without parameters. {@link Network#slices} says
     *     where they lie in the flat array of the network
     */
    List<Slice> slices();

    /**
     * The number of parameters.
     *
     * @return length of this layer's part of the flat array; 0 for a layer without parameters
     */
    default int parameterCount() {
        var slices = slices();
        return slices.isEmpty() ? 0 : slices.get(slices.size() - 1).to();
    }

    /**
     * The number of values that the layer measures in a training rather than learns.
     *
     * @return length of its part of {@link NetworkState#statistics}; 0 for all but batch normalisation
     */
    default int statisticsCount() {
        return 0;
    }

    /**
     * Checks what the layer has measured, which a file can claim.
     *
     * @param statistics {@link NetworkState#statistics}
     * @param first index of the first one of this layer
     * @throws IllegalArgumentException if one of this layer cannot have been measured
     */
    default void requireMeasurable(float[] statistics, int first) {}

    /**
     * What the factors of a batch normalisation begin with.
     *
     * @return 1, or 0 at the end of a residual branch
     */
    default float initialScale() {
        return 1;
    }

    /**
     * Calls the method of a visitor for this kind of layer.
     *
     * @param visitor the visitor
     * @param <R> what comes of a visit
     * @return what the visitor returns
     */
    <R> R accept(LayerVisitor<R> visitor);

    /** Refuses a size that is not positive. */
    static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be at least 1, not %d", name, value));
        }
    }
}
