package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A message of Protocol Buffers, field by field, as what it may be: bytes from somewhere else. No field reaches beyond
 * its message, and nothing is allocated on the word of the file.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class ProtocolBufferReader {

    private static final int NUMBER = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private static final int MAXIMUM_FIELD = (1 << 29) - 1;

    private final byte[] bytes;
    private final int end;
    private int position;

    private int begin;
    private int field;
    private int type;
    private long number;
    private int contentBegin;

    ProtocolBufferReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ProtocolBufferReader(byte[] bytes, int position, int end) {
        this.bytes = bytes;
        this.position = position;
        this.end = end;
    }

    /**
     * Goes on to the next field.
     *
     * @return false if there is none
     * @throws IOException if what follows is no field; the message says at which byte
     */
    boolean next() throws IOException {
        if (position == end) {
            return false;
        }
        begin = position;
        var key = varint();
        type = (int) (key & 7);
        var next = key >>> 3;
        if (next < 1 || next > MAXIMUM_FIELD) {
            throw problem(format("a field has the number %s", Long.toUnsignedString(next)));
        }
        field = (int) next;
        switch (type) {
            case NUMBER -> number = varint();
            case EIGHT_BYTES -> skip(Long.BYTES);
            case BYTES -> skip(varint());
            case FOUR_BYTES -> skip(Integer.BYTES);
            default -> throw problem(format("field %d has the type %d, which no field of ONNX has", field, type));
        }
        return true;
    }

    /** Number of the current field. */
    int field() {
        return field;
    }

    /** The current field as it is in the file, from its number on; shared, not copied. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, begin, position - begin);
    }

    /** The current field, a whole number. */
    long number() throws IOException {
        require(NUMBER, "a number");
        return number;
    }

    /** The current field, a message. */
    ProtocolBufferReader message() throws IOException {
        require(BYTES, "a message");
        return new ProtocolBufferReader(bytes, contentBegin, position);
    }

    /** The current field, a text. */
    String text() throws IOException {
        require(BYTES, "a text");
        return new String(bytes, contentBegin, position - contentBegin, StandardCharsets.UTF_8);
    }

    private void require(int expected, String what) throws IOException {
        if (type != expected) {
            throw problem(format("field %d is not %s", field, what));
        }
    }

    private void skip(long length) throws IOException {
        if (length < 0 || length > end - position) {
            throw problem(format(
                    "field %d has %s bytes, but there are %d; the file is damaged or was cut short",
                    field, Long.toUnsignedString(length), end - position));
        }
        contentBegin = position;
        position += (int) length;
    }

    /** Seven bits a byte, the lowest first; the eighth says that there are more. */
    private long varint() throws IOException {
        var value = 0L;
        for (var shift = 0; shift < Long.SIZE; shift += 7) {
            if (position == end) {
                throw problem("a number ends too early; the file is damaged or was cut short");
            }
            var next = bytes[position++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw problem("a number has more than ten bytes");
    }

    private IOException problem(String what) {
        return new IOException(format("at byte %d, %s", begin, what));
    }
}
