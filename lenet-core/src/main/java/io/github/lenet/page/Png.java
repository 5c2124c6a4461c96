package io.github.lenet.page;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.network.Shape;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Pictures as PNG, for pages. {@code ImageIO} would take a tenth to a quarter of a second to load its part of AWT, in
 * every {@code lenet:verify}.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG specification</a>
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BIT_DEPTH = 8;
    private static final byte GREY = 0;
    private static final byte RGB = 2;

    private Png() {}

    /** An image of a data set for the {@code src} of an image. */
    static String dataUri(Dataset images, int image) {
        return dataUri(shape(images), images.pixels(), images.pixelOffset(image));
    }

    /** The same picture without what all data URIs begin with. */
    static String base64(Dataset images, int image) {
        return base64(shape(images), images.pixels(), images.pixelOffset(image));
    }

    /**
     * A picture for the {@code src} of an image.
     *
     * @param shape 1 channel for grey, or 3 for red, green and blue; rows and columns
     * @param pixels unsigned bytes, channel after channel, row after row, 0 for dark to 255 for light
     * @param offset index of the first one
     * @return a data URI
     */
    static String dataUri(Shape shape, byte[] pixels, int offset) {
        return "data:image/png;base64," + base64(shape, pixels, offset);
    }

    /** The shape of the images of a data set. */
    static Shape shape(Dataset images) {
        return new Shape(images.channels(), images.height(), images.width());
    }

    private static String base64(Shape shape, byte[] pixels, int offset) {
        return Base64.getEncoder().encodeToString(bytes(shape, pixels, offset));
    }

    private static byte[] bytes(Shape shape, byte[] pixels, int offset) {
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(shape));
            chunk(out, "IDAT", compressed(shape, pixels, offset));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return file.toByteArray();
    }

    private static byte[] header(Shape shape) throws IOException {
        var header = new ByteArrayOutputStream();
        var out = new DataOutputStream(header);
        out.writeInt(shape.width());
        out.writeInt(shape.height());
        // Then the only known compression, filter method and order.
        out.write(new byte[] {BIT_DEPTH, shape.channels() == 1 ? GREY : RGB, 0, 0, 0});
        return header.toByteArray();
    }

    private static byte[] compressed(Shape shape, byte[] pixels, int offset) throws IOException {
        var data = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(data)) {
            var row = new byte[shape.width() * shape.channels()];
            for (var y = 0; y < shape.height(); y++) {
                for (var i = 0; i < row.length; i++) {
                    var plane = i % shape.channels() * shape.planeSize();
                    row[i] = pixels[offset + plane + y * shape.width() + i / shape.channels()];
                }
                // No filter.
                out.write(0);
                out.write(row);
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
