package io.github.lenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Small pictures in every form that a file can have, all of the same pattern. */
final class Samples {

    private static final int WIDTH = 61;
    private static final int HEIGHT = 47;

    private Samples() {}

    /** A pattern without a symmetry, as a picture of the JDK's types. */
    static BufferedImage pattern(int type) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                image.setRGB(
                        x,
                        y,
                        0xFF000000 - (x << 24) | (x * 4 & 0xFF) << 16 | (y * 5 & 0xFF) << 8 | (x * y / 11 & 0xFF));
            }
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).as(format).isTrue();
        return out.toByteArray();
    }

    /** The pixels of no lossy format, by a name. */
    static Map<String, byte[]> lossless() throws IOException {
        var samples = new LinkedHashMap<String, byte[]>();
        samples.put("rgb.png", encoded(pattern(BufferedImage.TYPE_INT_RGB), "png"));
        samples.put("rgba.png", encoded(pattern(BufferedImage.TYPE_INT_ARGB), "png"));
        samples.put("grey.png", encoded(pattern(BufferedImage.TYPE_BYTE_GRAY), "png"));
        samples.put("grey16.png", encoded(pattern(BufferedImage.TYPE_USHORT_GRAY), "png"));
        samples.put("bits.png", encoded(pattern(BufferedImage.TYPE_BYTE_BINARY), "png"));
        samples.put("palette.png", encoded(pattern(BufferedImage.TYPE_BYTE_INDEXED), "png"));
        samples.put("palette.gif", encoded(pattern(BufferedImage.TYPE_BYTE_INDEXED), "gif"));
        samples.put("rgb.bmp", encoded(pattern(BufferedImage.TYPE_INT_RGB), "bmp"));
        samples.put("grey.bmp", encoded(pattern(BufferedImage.TYPE_BYTE_GRAY), "bmp"));
        samples.put("palette.bmp", encoded(pattern(BufferedImage.TYPE_BYTE_INDEXED), "bmp"));
        samples.put("downwards.bmp", downwards(samples.get("rgb.bmp")));
        samples.put("runs.bmp", runs(samples.get("grey.bmp")));
        return samples;
    }

    /** Those, and JPEG files. */
    static Map<String, byte[]> all() throws IOException {
        var samples = lossless();
        for (var name : new String[] {"baseline.jpg", "progressive.jpg"}) {
            samples.put(name, resource(name));
        }
        return samples;
    }

    static byte[] resource(String name) throws IOException {
        try (var in = Samples.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    /** The file with its first row first, upside down therefore. */
    private static byte[] downwards(byte[] bmp) {
        var copy = bmp.clone();
        var header = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(22, -header.getInt(22));
        return copy;
    }

    /** The file with its rows packed: one run for each pixel, an end of each row, and an end of the picture. */
    private static byte[] runs(byte[] bmp) {
        var header = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
        var start = header.getInt(10);
        var out = new ByteArrayOutputStream();
        for (var row = 0; row < HEIGHT; row++) {
            for (var x = 0; x < WIDTH; x++) {
                out.writeBytes(new byte[] {1, bmp[start + row * ((WIDTH + 3) / 4 * 4) + x]});
            }
            out.writeBytes(new byte[] {0, 0});
        }
        out.writeBytes(new byte[] {0, 1});
        var packed = Arrays.copyOf(bmp, start + out.size());
        System.arraycopy(out.toByteArray(), 0, packed, start, out.size());
        ByteBuffer.wrap(packed)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(2, packed.length)
                .putInt(30, 1)
                .putInt(34, out.size());
        return packed;
    }
}
