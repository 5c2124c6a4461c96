package io.github.lenet.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six element types of the IDX format; numbers of several bytes are big-endian. */
public enum IdxType {
    /** 0 to 255, the type of MNIST. */
    UNSIGNED_BYTE(0x08, 1),
    /** -128 to 127. */
    SIGNED_BYTE(0x09, 1),
    /** Signed, 16 bits. */
    SHORT(0x0B, 2),
    /** Signed, 32 bits. */
    INT(0x0C, 4),
    /** IEEE 754, 32 bits. */
    FLOAT(0x0D, 4),
    /** IEEE 754, 64 bits. */
    DOUBLE(0x0E, 8);

    private final int code;
    private final int bytes;

    IdxType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /**
     * The third byte of the file.
     *
     * @return 0x08 to 0x0E
     */
    public int code() {
        return code;
    }

    /**
     * The size of an element.
     *
     * @return 1, 2, 4 or 8 bytes
     */
    public int bytes() {
        return bytes;
    }

    static Optional<IdxType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    /** The name in a message: {@code unsigned byte}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
