package io.github.lenet.page;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Grey pictures as PNG, for pages. {@code ImageIO} would take a tenth to a quarter of a second to load its part of AWT,
 * in every {@code lenet:verify}.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG specification</a>
 */
final class GreyPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BIT_DEPTH = 8;

    private GreyPng() {}

    /**
     * A picture for the {@code src} of an image.
     *
     * @param width columns
     * @param height rows
     * @param pixels unsigned bytes, row by row, 0 for black to 255 for white
     * @param offset index of the first pixel
     * @return a data URI
     */
    static String dataUri(int width, int height, byte[] pixels, int offset) {
        return "data:image/png;base64," + base64(width, height, pixels, offset);
    }

    /** The same picture without what all data URIs begin with. */
    static String base64(int width, int height, byte[] pixels, int offset) {
        return Base64.getEncoder().encodeToString(bytes(width, height, pixels, offset));
    }

    private static byte[] bytes(int width, int height, byte[] pixels, int offset) {
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height));
            chunk(out, "IDAT", compressed(width, height, pixels, offset));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return file.toByteArray();
    }

    private static byte[] header(int width, int height) throws IOException {
        var header = new ByteArrayOutputStream();
        var out = new DataOutputStream(header);
        out.writeInt(width);
        out.writeInt(height);
        // Then grey, and the only known compression, filter method and order.
        out.write(new byte[] {BIT_DEPTH, 0, 0, 0, 0});
        return header.toByteArray();
    }

    private static byte[] compressed(int width, int height, byte[] pixels, int offset) throws IOException {
        var data = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(data)) {
            for (var row = 0; row < height; row++) {
                // No filter.
                out.write(0);
                out.write(pixels, offset + row * width, width);
            }
        }
        return data.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }
}
