package io.github.lenet.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lenet.io.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {

    private static final DecodingMemory PLENTY = new DecodingMemory(1 << 30);

    private static byte[] read(byte[] picture) throws IOException {
        return ImagePreparation.RESIZE.read(new ByteArrayInputStream(picture), 24, 32);
    }

    private static byte[] decode(byte[] picture, DecodingMemory memory, long rowBytes) throws IOException {
        try (var stream = PictureStream.of(picture)) {
            return new PictureDecoder(memory, rowBytes)
                    .decode(
                            stream,
                            ImageColour.GREY,
                            image -> ImagePreparation.RESIZE.prepare(image, image.height(), image.width()));
        }
    }

    private static void assertRefused(byte[] picture, String message) {
        assertThatIOException()
                .isThrownBy(() -> read(picture))
                .withMessageStartingWith("the stream cannot be used as a picture: ")
                .withMessageContaining(message);
    }

    /** Of the version that read every picture as a whole. */
    @Test
    void picturesGiveTheSamePixelsAsEver() throws IOException {
        var pixels = new TreeMap<String, String>();
        for (var sample : Samples.all().entrySet()) {
            var digest = Sha256.begin();
            for (var preparation : ImagePreparation.values()) {
                digest.update(preparation.read(new ByteArrayInputStream(sample.getValue()), 24, 32));
            }
            pixels.put(sample.getKey(), Sha256.hex(digest).substring(0, 8));
        }

        assertThat(pixels)
                .containsEntry("rgb.png", "3fca543d")
                .containsEntry("rgba.png", "f2672a29")
                .containsEntry("grey.png", "70c8afdd")
                .containsEntry("grey16.png", "70c8afdd")
                .containsEntry("bits.png", "0f924356")
                .containsEntry("palette.png", "84207982")
                .containsEntry("palette.gif", "84207982")
                .containsEntry("rgb.bmp", "3fca543d")
                .containsEntry("grey.bmp", "70c8afdd")
                .containsEntry("palette.bmp", "84207982")
                .containsEntry("downwards.bmp", "75f56b3b")
                .containsEntry("runs.bmp", "70c8afdd")
                .containsEntry("baseline.jpg", "c58e6a0d")
                .containsEntry("progressive.jpg", "c58e6a0d");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000, 2000})
    void thePixelsDoNotDependOnHowManyRowsAreReadAtATime(long rowBytes) throws IOException {
        for (var sample : Samples.all().entrySet()) {
            assertThat(decode(sample.getValue(), PLENTY, rowBytes))
                    .as(sample.getKey())
                    .isEqualTo(decode(sample.getValue(), PLENTY, 1 << 20));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg"})
    void halfAJpegIsDamaged(String name) throws IOException {
        var whole = Samples.resource(name);
        var half = Arrays.copyOf(whole, whole.length / 2);
        var ended = Arrays.copyOf(half, half.length + 2);
        ended[half.length] = (byte) 0xFF;
        ended[half.length + 1] = (byte) 0xD9;

        assertRefused(half, "damaged or was cut short");
        assertRefused(ended, "it is damaged or was cut short (");
    }

    @Test
    void halfAGifIsDamaged() throws IOException {
        var whole = Samples.all().get("palette.gif");

        assertRefused(Arrays.copyOf(whole, whole.length / 2), "it is damaged or was cut short (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb.png", "palette.png", "rgb.bmp", "downwards.bmp", "runs.bmp"})
    void halfAPictureEndsTooEarly(String name) throws IOException {
        var whole = Samples.all().get(name);

        assertRefused(Arrays.copyOf(whole, whole.length / 2), "it ends too early, so it is damaged or was cut short");
        assertThatIOException().isThrownBy(() -> decode(Arrays.copyOf(whole, whole.length / 2), PLENTY, 1));
    }

    @Test
    void aGifWithoutItsPixelsIsDamaged() {
        var gif = HexFormat.of().parseHex("474946383961581b581b800000000000ffffff2c00000000581b581b0002024c01003b");

        assertRefused(gif, "it is damaged or was cut short (it holds 0 % of its rows)");
    }

    @Test
    void aBmpWithoutItsRunsIsDamaged() throws IOException {
        var bmp = Samples.all().get("runs.bmp");
        var start = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).getInt(10);
        // The first run becomes the end of the picture.
        bmp[start] = 0;
        bmp[start + 1] = 1;

        assertRefused(bmp, "it is damaged or was cut short (it holds 0 % of its rows)");
    }

    @ParameterizedTest
    @CsvSource({"tiff", "wbmp"})
    void otherFormatsOfTheJdkAreNone(String format) throws IOException {
        var picture = Samples.encoded(Samples.pattern(BufferedImage.TYPE_BYTE_BINARY), format);

        assertRefused(picture, "it is no PNG, JPEG, GIF or BMP");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aBmpMayHoldNoOtherPicture(int packing) throws IOException {
        var bmp = Samples.all().get("rgb.bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(30, packing);

        assertRefused(bmp, "it is a BMP that holds a JPEG or PNG; save it as one of these");
    }

    @ParameterizedTest
    @CsvSource({"1, 49000000", "65536, 1"})
    void aSideHasALimit(int width, int height) {
        var message = "it has %,d x %,d pixels; at most 65,535 a side are read".formatted(width, height);

        assertRefused(Pngs.black(width, height, Pngs.GREY), message);
    }

    @Test
    void theLimitOfThePixelsCanBeRaised() throws IOException {
        var picture = Pngs.black(8_000, 6_251, Pngs.GREY);
        assertRefused(
                picture,
                "it has 8,000 x 6,251 pixels, which are 50,008,000; at most 50,000,000 are read: make it smaller, or allow more"
                        + " with -Dio.github.lenet.maximumPixels=50008000");

        System.setProperty(PictureSize.PROPERTY, "50008000");
        try {
            assertThat(read(picture)).containsOnly(0);
        } finally {
            System.clearProperty(PictureSize.PROPERTY);
        }
    }

    @Test
    void aPictureThatTheHeapCannotHoldIsRefusedBeforeItIsDecoded() {
        var memory = new DecodingMemory(16 << 20);

        assertThatIOException()
                .isThrownBy(() -> decode(Pngs.black(4_000, 4_000, Pngs.RGB), memory, 1 << 20))
                .withMessageStartingWith(
                        "it has 4,000 x 4,000 pixels, which take 24 MiB, but pictures may take half of the heap")
                .withMessageContaining("give it more with the option -Xmx")
                .withMessageContaining("MAVEN_OPTS or .mvn/jvm.config");
    }

    @Test
    void aLargePictureNeedsLittleMoreThanItsGreyValues() throws IOException {
        var memory = new DecodingMemory(25 << 20);

        assertThat(decode(Pngs.black(4_000, 4_000, Pngs.RGB), memory, 64 << 20))
                .hasSize(16_000_000)
                .containsOnly(0);
    }

    /** The decoder would fail at a palette that is none, and some versions unpack a text, whatever its size. */
    @Test
    void whatAPngSaysBesideItsPixelsIsNotRead() throws IOException {
        var palette = Pngs.chunk("PLTE", new byte[] {0, 0, 0, -1, -1, -1});
        var suggestion = Pngs.chunk("sPLT", "name\0\7".getBytes(StandardCharsets.US_ASCII));
        var text = Pngs.chunk("zTXt", "Comment\0\0nonsense".getBytes(StandardCharsets.US_ASCII));

        assertThat(read(Pngs.black(50, 40, Pngs.PALETTE, palette, suggestion, text)))
                .containsOnly(0);
    }

    /** Each takes as long as a picture, and 75 bytes. */
    @Test
    void aJpegHasFewScans() throws IOException {
        var jpeg = Samples.resource("progressive.jpg");
        var end = jpeg.length - 2;
        var lastScan = lastScan(jpeg);
        var many = ByteBuffer.allocate(jpeg.length + 100 * (end - lastScan)).put(jpeg, 0, end);
        for (var scan = 0; scan < 100; scan++) {
            many.put(jpeg, lastScan, end - lastScan);
        }
        many.put(jpeg, end, 2);

        assertRefused(many.array(), "it has more than 100 scans; save it again as a JPEG or PNG");
    }

    /** Otherwise scans could hide behind them. */
    @Test
    void aJpegHasFewSegments() throws IOException {
        var jpeg = Samples.resource("progressive.jpg");
        var many = ByteBuffer.allocate(jpeg.length + 4 * 1000).put(jpeg, 0, 2);
        for (var comment = 0; comment < 1000; comment++) {
            many.putShort((short) 0xFFFE).putShort((short) 2);
        }
        many.put(jpeg, 2, jpeg.length - 2);

        assertRefused(many.array(), "it has more than 1000 segments; save it again as a JPEG or PNG");
    }

    private static int lastScan(byte[] jpeg) {
        var position = jpeg.length - 2;
        while (jpeg[position] != (byte) 0xFF || jpeg[position + 1] != (byte) 0xDA) {
            position--;
        }
        return position;
    }

    @Test
    void aColourProfileThatIsNoneDoesNoHarm() throws IOException {
        var jpeg = Samples.resource("baseline.jpg");
        var profile = "ICC_PROFILE\0\1\1nonsense".getBytes(StandardCharsets.US_ASCII);
        var marked = ByteBuffer.allocate(jpeg.length + 4 + profile.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE2)
                .putShort((short) (2 + profile.length))
                .put(profile)
                .put(jpeg, 2, jpeg.length - 2);

        assertThat(read(marked.array())).isEqualTo(read(jpeg));
    }

    @Test
    void aStreamIsBounded() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 0x42;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) 0x42);
                return length;
            }
        };

        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(endless, 28, 28))
                .withMessage(
                        "the stream cannot be used as a picture: it has more than 67108864 bytes; read it from a file");
    }
}
