package io.github.lenet.onnx;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes into a network, or comes out of it.
 *
 * @param name its name in the graph
 * @param isFloat whether it is a tensor of 32-bit floats
 * @param sizes its dimensions, the slowest-changing first; {@link #ANY} where the graph leaves a size open
 */
public record GraphValue(String name, boolean isFloat, List<Long> sizes) {

    /** A size that the graph leaves open. */
    public static final long ANY = -1;

    /** Keeps a copy. */
    public GraphValue {
        sizes = List.copyOf(sizes);
    }

    /**
     * Whether a dimension may have a size.
     *
     * @param dimension index of the dimension
     * @param size the size
     * @return true if it is the one that the graph wants, or the graph leaves it open
     */
    boolean allows(int dimension, long size) {
        return sizes.get(dimension) == ANY || sizes.get(dimension) == size;
    }

    /** Sizes as they read in a sentence: {@code 1x28x28}, and {@code ?} for one that is open. */
    static String describe(List<Long> sizes) {
        return sizes.stream().map(size -> size == ANY ? "?" : size.toString()).collect(Collectors.joining("x"));
    }
}
