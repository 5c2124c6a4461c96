package io.github.lenet.network;

import java.util.Locale;

/**
 * Pooling over squares that touch but do not overlap; rows and columns left over at the end are ignored.
 *
 * <p>It must follow a convolution.
 *
 * @param kind what is taken of each square
 * @param channels number of planes
 * @param height rows of an input plane
 * @param width columns of an input plane
 * @param size rows and columns of a square, also the stride
 */
public record Pooling(Kind kind, int channels, int height, int width, int size) implements Layer {

    /** What is taken of each square. */
    public enum Kind {
        /** The largest value; on a tie, the gradient goes to the first in the order row, column. */
        MAXIMUM,
        /** The mean value. */
        AVERAGE
    }

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a size is not positive, or the square is larger than the plane
     */
    public Pooling {
        Layer.requirePositive("channels", channels);
        Layer.requirePositive("height", height);
        Layer.requirePositive("width", width);
        Layer.requirePositive("size", size);
        if (size > Math.min(height, width)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "pooling squares of size %d do not fit into %d x %d values", size, height, width));
        }
    }

    /**
     * Rows of an output plane.
     *
     * @return at least 1
     */
    public int outputHeight() {
        return height / size;
    }

    /**
     * Columns of an output plane.
     *
     * @return at least 1
     */
    public int outputWidth() {
        return width / size;
    }

    @Override
    public int inputSize() {
        return channels * height * width;
    }

    @Override
    public int outputSize() {
        return channels * outputHeight() * outputWidth();
    }

    @Override
    public int parameterCount() {
        return 0;
    }
}
