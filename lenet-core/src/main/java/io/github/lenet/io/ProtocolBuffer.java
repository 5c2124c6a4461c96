package io.github.lenet.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message of Protocol Buffers while it is written, its fields in the order of the calls.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
public final class ProtocolBuffer {

    private static final int NUMBER = 0;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * Adds a whole number.
     *
     * @param field number of the field
     * @param value the number, 0 or more
     * @return this message
     */
    public ProtocolBuffer number(int field, long value) {
        key(field, NUMBER);
        varint(value);
        return this;
    }

    /**
     * Adds bytes.
     *
     * @param field number of the field
     * @param value the bytes
     * @return this message
     */
    public ProtocolBuffer bytes(int field, byte[] value) {
        beginBytes(field, value.length);
        out.writeBytes(value);
        return this;
    }

    /**
     * Adds what stands before bytes, or before a message, that are written elsewhere.
     *
     * @param field number of the field
     * @param length how many bytes must follow
     * @return this message
     */
    public ProtocolBuffer beginBytes(int field, int length) {
        key(field, BYTES);
        varint(length);
        return this;
    }

    /**
     * Adds a text, which is UTF-8.
     *
     * @param field number of the field
     * @param value the text
     * @return this message
     */
    public ProtocolBuffer text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a message.
     *
     * @param field number of the field
     * @param value the message
     * @return this message
     */
    public ProtocolBuffer message(int field, ProtocolBuffer value) {
        return bytes(field, value.toByteArray());
    }

    /**
     * The message so far.
     *
     * @return its bytes, a copy
     */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    private void key(int field, int type) {
        varint(((long) field << 3) | type);
    }

    /** Seven bits a byte, the lowest first; the eighth says that there are more. */
    private void varint(long value) {
        var rest = value;
        while (rest > 0x7F) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
