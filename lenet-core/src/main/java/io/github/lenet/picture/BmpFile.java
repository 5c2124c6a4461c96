package io.github.lenet.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;

/** The headers of a BMP, checked for what the decoder of the JDK takes without a word. */
final class BmpFile {

    private static final int PIXELS_START = 10;
    private static final int SECOND_HEADER = 14;

    /** The oldest second header, of 12 bytes, has two bytes for a side, and its pixels are not packed. */
    private static final int OLDEST_HEADER_BYTES = 12;

    private static final int NOT_PACKED = 0;
    private static final int RUNS_OF_8_BITS = 1;
    private static final int RUNS_OF_4_BITS = 2;
    private static final int JPEG = 4;
    private static final int PNG = 5;

    private BmpFile() {}

    static PictureContent open(PictureStream file) throws IOException {
        file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        file.seek(PIXELS_START);
        var start = file.readUnsignedInt();
        file.seek(SECOND_HEADER);
        var isOldest = file.readUnsignedInt() == OLDEST_HEADER_BYTES;
        long width = isOldest ? file.readShort() : file.readInt();
        long height = isOldest ? file.readShort() : file.readInt();
        file.skip(Short.BYTES);
        var bits = file.readUnsignedShort();
        var packing = isOldest ? NOT_PACKED : file.readInt();
        if (packing == JPEG || packing == PNG) {
            // Of any size, whatever this header says.
            throw new IOException("it is a BMP that holds a JPEG or PNG; save it as one of these");
        }
        var isPacked = packing == RUNS_OF_8_BITS || packing == RUNS_OF_4_BITS;
        // The bytes that fill up the last row may be missing.
        var rowBytes = (width * bits + Byte.SIZE - 1) / Byte.SIZE;
        var paddedRowBytes = (rowBytes + 3) / 4 * 4;
        if (!isPacked && file.length() < start + paddedRowBytes * (Math.abs(height) - 1) + rowBytes) {
            throw new EOFException();
        }
        return new PictureContent(file, Orientation.UPRIGHT, isPacked);
    }
}
