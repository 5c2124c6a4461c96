package io.github.lenet.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The orientation in what a camera wrote about a picture, which has the form of a TIFF file. What is damaged counts as
 * not written, as in every viewer: the pixels are whole without it.
 */
final class Exif {

    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int TIFF = 42;
    private static final int ORIENTATION = 0x0112;
    private static final int UNSIGNED_SHORT = 3;

    private Exif() {}

    /**
     * Looks for the orientation among the entries of the first directory.
     *
     * @param bytes all of it, or its beginning; the byte order comes first
     */
    static Orientation orientation(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            return Orientation.UPRIGHT;
        }
        var tiff = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var order = bytes[0] == bytes[1] && (bytes[0] == 'I' || bytes[0] == 'M');
        var directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (!order || tiff.getShort(2) != TIFF || directory > bytes.length - Short.BYTES) {
            return Orientation.UPRIGHT;
        }
        var entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        var entry = (int) directory + Short.BYTES;
        for (var i = 0; i < entries && entry + ENTRY_BYTES <= bytes.length; i++, entry += ENTRY_BYTES) {
            if (tiff.getShort(entry) == ORIENTATION
                    && tiff.getShort(entry + 2) == UNSIGNED_SHORT
                    && tiff.getInt(entry + 4) == 1) {
                return Orientation.of(tiff.getShort(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
