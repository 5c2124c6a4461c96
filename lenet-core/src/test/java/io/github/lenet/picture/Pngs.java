package io.github.lenet.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** PNG files that no encoder would write. */
final class Pngs {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;

    /** The signature and the header. */
    static final int HEADER_BYTES = 33;

    private Pngs() {}

    /** A black picture of 8 bits a sample, of some bytes a pixel. */
    static byte[] black(int width, int height, int colourType, byte[]... chunksBeforeThePixels) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) colourType);
        var pixels = zeros((1 + (colourType == RGB ? 3L : 1L) * width) * height);
        return png(header.array(), pixels, chunksBeforeThePixels);
    }

    /** A picture of a header and compressed pixels. */
    static byte[] png(byte[] header, byte[] pixels, byte[]... chunksBeforeThePixels) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeBytes(chunk("IHDR", header));
        Arrays.asList(chunksBeforeThePixels).forEach(out::writeBytes);
        out.writeBytes(chunk("IDAT", pixels));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    static byte[] chunk(String name, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var checksum = new CRC32();
        checksum.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(content.length)
                .put(named)
                .putInt((int) checksum.getValue())
                .array();
    }

    /** As many zeros, compressed a thousandfold. */
    static byte[] zeros(long count) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            var block = new byte[1 << 16];
            for (var left = count; left > 0; left -= block.length) {
                deflater.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A file with a chunk put behind its header. */
    static byte[] with(byte[] chunk, byte[] png) {
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, HEADER_BYTES)
                .put(chunk)
                .put(png, HEADER_BYTES, png.length - HEADER_BYTES)
                .array();
    }
}
