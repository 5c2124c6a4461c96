package io.github.lenet.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The binary format of ND4J 1.0.0-M2.1 for an array, as far as a model archive needs it: one dimension, 32-bit floats.
 *
 * <p>ND4J writes two buffers, first the shape and then the elements, each as: allocation mode (text), number of
 * elements (64 bits), element type (text), elements. Numbers are big-endian; a text is its length in 16 bits, then its
 * characters. The shape of a vector is six 64-bit numbers: rank, length, stride, flags, element-wise stride, order. So
 * the head has a fixed size, and only the length in it varies.
 *
 * @see <a href="https://javadoc.io/doc/org.nd4j/nd4j-api/1.0.0-M2.1/org/nd4j/linalg/factory/Nd4j.html">Nd4j.write</a>
 */
final class NdArrayFormat {

    private static final String ALLOCATION_MODE = "MIXED_DATA_TYPES";

    /** ND4J's flag for elements of 32-bit floating point. */
    private static final long FLOAT_FLAG = 1 << 13;

    private static final int HEAD_SIZE = head(0).length;

    private NdArrayFormat() {}

    /**
     * Encodes a vector.
     *
     * @param elements the vector
     * @return exactly what {@code Nd4j.write} gives for it
     */
    static byte[] encode(float[] elements) {
        var bytes = ByteBuffer.allocate(size(elements.length)).put(head(elements.length));
        bytes.asFloatBuffer().put(elements);
        return bytes.array();
    }

    /**
     * Decodes a vector whose length is known: nothing is allocated on the word of the file.
     *
     * @param bytes the encoded vector
     * @param length number of its elements
     * @return the vector, or empty if the bytes are not exactly a vector of this length
     */
    static Optional<float[]> decode(byte[] bytes, int length) {
        var head = head(length);
        if (bytes.length != size(length) || !Arrays.equals(bytes, 0, HEAD_SIZE, head, 0, HEAD_SIZE)) {
            return Optional.empty();
        }
        var elements = new float[length];
        ByteBuffer.wrap(bytes, HEAD_SIZE, bytes.length - HEAD_SIZE)
                .asFloatBuffer()
                .get(elements);
        return Optional.of(elements);
    }

    private static int size(int length) {
        return HEAD_SIZE + length * Float.BYTES;
    }

    private static byte[] head(long length) {
        var bytes = ByteBuffer.allocate(128);
        putBufferHead(bytes, 6, "LONG");
        bytes.putLong(1)
                .putLong(length)
                .putLong(1)
                .putLong(FLOAT_FLAG)
                .putLong(1)
                .putLong('c');
        putBufferHead(bytes, length, "FLOAT");
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static void putBufferHead(ByteBuffer bytes, long length, String type) {
        putText(bytes, ALLOCATION_MODE);
        bytes.putLong(length);
        putText(bytes, type);
    }

    private static void putText(ByteBuffer bytes, String text) {
        bytes.putShort((short) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
