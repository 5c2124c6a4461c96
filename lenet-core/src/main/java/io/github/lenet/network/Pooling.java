package io.github.lenet.network;

import java.util.List;
import java.util.Locale;

/**
 * Pooling over squares that touch but do not overlap; rows and columns left over at the end are ignored.
 *
 * @param kind what is taken of each square
 * @param input the planes that go in; as many come out
 * @param size rows and columns of a square, also the stride
 */
public record Pooling(Kind kind, Shape input, int size) implements Layer {

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
        Layer.requirePositive("size", size);
        if (size > Math.min(input.height(), input.width())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "pooling squares of size %d do not fit into %d x %d values",
                    size,
                    input.height(),
                    input.width()));
        }
    }

    @Override
    public Shape output() {
        return new Shape(input.channels(), input.height() / size, input.width() / size);
    }

    @Override
    public Activation activation() {
        return Activation.IDENTITY;
    }

    @Override
    public int fanIn() {
        return size * size;
    }

    @Override
    public int fanOut() {
        return 1;
    }

    @Override
    public List<Slice> slices() {
        return List.of();
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
