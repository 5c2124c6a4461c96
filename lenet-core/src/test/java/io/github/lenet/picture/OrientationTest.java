package io.github.lenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrientationTest {

    private static final BufferedImage UPRIGHT = Samples.pattern(BufferedImage.TYPE_BYTE_GRAY);

    /**
     * In the words of the standard: where the stored row 0 and the stored column 0 are in the picture that people see.
     */
    private static BufferedImage stored(String row0, String column0) {
        var isTurned = row0.equals("left") || row0.equals("right");
        var image = new BufferedImage(
                isTurned ? UPRIGHT.getHeight() : UPRIGHT.getWidth(),
                isTurned ? UPRIGHT.getWidth() : UPRIGHT.getHeight(),
                BufferedImage.TYPE_BYTE_GRAY);
        for (var row = 0; row < image.getHeight(); row++) {
            for (var column = 0; column < image.getWidth(); column++) {
                var x = isTurned ? from(row0, row, UPRIGHT.getWidth()) : from(column0, column, UPRIGHT.getWidth());
                var y = isTurned ? from(column0, column, UPRIGHT.getHeight()) : from(row0, row, UPRIGHT.getHeight());
                image.getRaster().setSample(column, row, 0, UPRIGHT.getRaster().getSample(x, y, 0));
            }
        }
        return image;
    }

    private static int from(String side, int distance, int length) {
        return side.equals("left") || side.equals("top") ? distance : length - 1 - distance;
    }

    /** What a camera writes: a directory of two entries, the second of which is the orientation. */
    private static byte[] exif(ByteOrder order, int orientation) {
        return ByteBuffer.allocate(40)
                .order(order)
                .put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0100)
                .putShort((short) 4)
                .putInt(1)
                .putInt(6)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    private static byte[] jpeg(BufferedImage image, byte[] exif) throws IOException {
        var jpeg = Samples.encoded(image, "jpg");
        return ByteBuffer.allocate(jpeg.length + 10 + exif.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + exif.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] read(byte[] picture) throws IOException {
        return ImagePreparation.RESIZE.read(new ByteArrayInputStream(picture), UPRIGHT.getHeight(), UPRIGHT.getWidth());
    }

    @ParameterizedTest
    @CsvSource({
        "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void aPictureIsTurnedAsTheCameraWasHeld(int orientation, String row0, String column0) throws IOException {
        var expected = read(Samples.encoded(UPRIGHT, "png"));
        var stored = stored(row0, column0);

        for (var order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            var exif = exif(order, orientation);
            assertThat(read(Pngs.with(Pngs.chunk("eXIf", exif), Samples.encoded(stored, "png"))))
                    .isEqualTo(expected);
            assertThat(difference(read(jpeg(stored, exif)), expected)).isLessThan(4);
        }
    }

    /** Grey values by which a pixel differs in the mean; JPEG is not exact. */
    private static double difference(byte[] first, byte[] second) {
        var sum = 0;
        for (var i = 0; i < first.length; i++) {
            sum += Math.abs(Byte.toUnsignedInt(first[i]) - Byte.toUnsignedInt(second[i]));
        }
        return (double) sum / first.length;
    }

    @Test
    void aPictureInPartsIsTurnedAsWell() throws IOException {
        var picture = jpeg(stored("right", "top"), exif(ByteOrder.BIG_ENDIAN, 6));

        try (var stream = PictureStream.of(picture)) {
            var inParts = new PictureDecoder(new DecodingMemory(1 << 30), 1)
                    .decode(
                            stream,
                            ImageColour.GREY,
                            image -> ImagePreparation.RESIZE.prepare(image, image.height(), image.width()));
            assertThat(inParts).isEqualTo(read(picture));
        }
    }

    /** As in every viewer: the picture is whole without it. */
    @ParameterizedTest
    @MethodSource
    void damagedExifCountsAsNone(byte[] exif) throws IOException {
        assertThat(read(jpeg(UPRIGHT, exif))).isEqualTo(read(Samples.encoded(UPRIGHT, "jpg")));
    }

    static Stream<byte[]> damagedExifCountsAsNone() {
        var whole = exif(ByteOrder.BIG_ENDIAN, 6);
        return Stream.of(
                new byte[0],
                Arrays.copyOf(whole, 33),
                exif(ByteOrder.BIG_ENDIAN, 9),
                exif(ByteOrder.BIG_ENDIAN, 0),
                ByteBuffer.wrap(whole.clone()).putInt(4, -1).array(),
                ByteBuffer.wrap(whole.clone()).putInt(4, 39).array(),
                ByteBuffer.wrap(whole.clone())
                        .putInt(4, 38)
                        .putShort(38, (short) -1)
                        .array(),
                ByteBuffer.wrap(whole.clone()).putShort(2, (short) 43).array(),
                ByteBuffer.wrap(whole.clone()).put(1, (byte) 'I').array(),
                ByteBuffer.wrap(whole.clone()).putShort(24, (short) 4).array());
    }
}
