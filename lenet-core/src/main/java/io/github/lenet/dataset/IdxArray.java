package io.github.lenet.dataset;

import static io.github.lenet.text.Formatting.format;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The content of an IDX file: an array of numbers with any number of dimensions.
 *
 * @param type type of each element
 * @param dimensions size of each dimension, the slowest-changing first; 1 to 255 of them, none negative
 * @param bytes the elements as they are in the file, big-endian, in row-major order; shared, not copied
 */
public record IdxArray(IdxType type, List<Integer> dimensions, byte[] bytes) {

    /** The format has one byte for the number of dimensions. */
    static final int MAXIMUM_RANK = 255;

    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException if they do not
     */
    public IdxArray {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty()
                || dimensions.size() > MAXIMUM_RANK
                || dimensions.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("an IDX array cannot have the dimensions " + dimensions);
        }
        if (new IdxHeader(type, dimensions).dataBytes() != bytes.length) {
            throw new IllegalArgumentException(
                    format("%d bytes are not %s", bytes.length, new IdxHeader(type, dimensions).describe()));
        }
    }

    /**
     * The number of elements.
     *
     * @return the product of the dimensions
     */
    public int size() {
        return bytes.length / type.bytes();
    }

    /**
     * One element as a number; every value of the six types is exact in a {@code double}.
     *
     * @param element index in row-major order, 0 to {@code size() - 1}
     * @return its value
     */
    public double value(int element) {
        var buffer = ByteBuffer.wrap(bytes);
        return switch (type) {
            case UNSIGNED_BYTE -> Byte.toUnsignedInt(bytes[element]);
            case SIGNED_BYTE -> bytes[element];
            case SHORT -> buffer.getShort(element * type.bytes());
            case INT -> buffer.getInt(element * type.bytes());
            case FLOAT -> buffer.getFloat(element * type.bytes());
            case DOUBLE -> buffer.getDouble(element * type.bytes());
        };
    }
}
