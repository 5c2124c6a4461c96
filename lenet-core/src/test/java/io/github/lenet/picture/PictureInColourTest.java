package io.github.lenet.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one rule by which the colours of every picture become red, green and blue. */
class PictureInColourTest {

    private static final String ADOBE = "ffee000e41646f626500648000000000";

    /** The mean of the whole picture in each channel. */
    private static List<Integer> colour(byte[] picture) throws IOException {
        return numbers(ImagePreparation.RESIZE.read(new ByteArrayInputStream(picture), ImageColour.RGB, 1, 1));
    }

    private static List<Integer> numbers(byte[] rgb) {
        return List.of(Byte.toUnsignedInt(rgb[0]), Byte.toUnsignedInt(rgb[1]), Byte.toUnsignedInt(rgb[2]));
    }

    private static BufferedImage filled(BufferedImage image, int argb) {
        for (var i = 0; i < image.getWidth() * image.getHeight(); i++) {
            image.setRGB(i % image.getWidth(), i / image.getWidth(), argb);
        }
        return image;
    }

    private static BufferedImage filled(int type, int argb) {
        return filled(new BufferedImage(9, 7, type), argb);
    }

    @Test
    void theChannelsFollowEachOtherEachRowByRow() throws IOException {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x010203);
        image.setRGB(1, 0, 0xFAFBFC);

        var rgb = ImagePreparation.RESIZE.prepare(image, ImageColour.RGB, 1, 2);

        assertThat(HexFormat.of().formatHex(rgb)).isEqualTo("01fa02fb03fc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void aPictureKeepsItsColours(String format) throws IOException {
        var rgb = filled(BufferedImage.TYPE_INT_RGB, 0xFFFF6600);

        assertThat(colour(Samples.encoded(rgb, format))).containsExactly(255, 0x66, 0);
    }

    @ParameterizedTest
    @CsvSource({"png, 0", "jpg, 1"})
    void aGreyPictureHasThreeEqualChannels(String format, int error) throws IOException {
        var grey = new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY);
        for (var i = 0; i < 9 * 7; i++) {
            grey.getRaster().setSample(i % 9, i / 9, 0, 128);
        }

        assertThat(colour(Samples.encoded(grey, format)))
                .allSatisfy(value -> assertThat(value).isCloseTo(128, within(error)));
    }

    @Test
    void transparentPartsLieOverWhitePaper() throws IOException {
        var half = filled(BufferedImage.TYPE_INT_ARGB, 0x80FF0000);
        var none = filled(BufferedImage.TYPE_INT_ARGB, 0x00123456);

        assertThat(colour(Samples.encoded(half, "png"))).containsExactly(255, 127, 127);
        assertThat(colour(Samples.encoded(none, "png"))).containsExactly(255, 255, 255);
    }

    @Test
    void aPaletteIsLookedUp() throws IOException {
        var palette = new IndexColorModel(
                8, 2, new byte[] {10, (byte) 200}, new byte[] {20, (byte) 100}, new byte[] {30, (byte) 50});
        var image = new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (var i = 0; i < 9 * 7; i++) {
            image.getRaster().setSample(i % 9, i / 9, 0, 1);
        }

        assertThat(colour(Samples.encoded(image, "png"))).containsExactly(200, 100, 50);
    }

    /** A PNG of one pixel whose three samples have 16 bits. */
    @Test
    void sixteenBitsBecomeEight() throws IOException {
        var rgb = new byte[] {0, (byte) 0xFF, (byte) 0xFF, (byte) 0x80, (byte) 0x80, 0, 0};
        var header = ByteBuffer.allocate(13).putInt(1).putInt(1).put(new byte[] {16, 2, 0, 0, 0});

        assertThat(colour(Pngs.png(header.array(), deflated(rgb)))).containsExactly(255, 128, 0);
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void inksBecomeLight() throws IOException {
        var inks = new int[] {255, 51, 0, 0};
        var inverted = new int[] {0, 204, 255, 255};

        assertNear(colour(jpeg(inks, "")), 0, 204, 255);
        assertNear(colour(jpeg(inverted, ADOBE)), 0, 204, 255);
        assertNear(colour(jpeg(new int[] {0, 0, 0, 204}, "")), 51, 51, 51);
    }

    /** As above, with cyan, magenta and yellow stored as brightness and two differences, which Adobe's segment says. */
    @Test
    void inksMayBeStoredAsBrightnessAndDifferences() throws IOException {
        // Brightness and differences of red 200, green 100 and blue 50, as ITU-T T.871 has them.
        var light = new int[] {124, 86, 182, 255};
        // The fourth sample, black, is inverted; the first three give the inverted inks when subtracted from 255.
        var rgb = colour(jpeg(light, ADOBE.substring(0, ADOBE.length() - 2) + "02"));

        assertNear(rgb, 55, 155, 205);
    }

    @Test
    void inksAreReadInGreyAsWell() throws IOException {
        var picture = new ByteArrayInputStream(jpeg(new int[] {0, 0, 0, 204}, ""));

        assertThat(Byte.toUnsignedInt(ImagePreparation.RESIZE.read(picture, 1, 1)[0]))
                .isCloseTo(51, within(2));
    }

    private static void assertNear(List<Integer> rgb, int red, int green, int blue) {
        assertThat(rgb.get(0)).isCloseTo(red, within(3));
        assertThat(rgb.get(1)).isCloseTo(green, within(3));
        assertThat(rgb.get(2)).isCloseTo(blue, within(3));
    }

    /** A JPEG of four channels that are stored as they are, with a further segment at its beginning. */
    private static byte[] jpeg(int[] samples, String segment) throws IOException {
        var raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        for (var i = 0; i < 16 * 16; i++) {
            raster.setPixel(i % 16, i / 16, samples);
        }
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(1);
            writer.write(null, new IIOImage(raster, null, null), quality);
        } finally {
            writer.dispose();
        }
        var jpeg = HexFormat.of().formatHex(out.toByteArray());
        return HexFormat.of().parseHex(jpeg.substring(0, 4) + segment + jpeg.substring(4));
    }

    @Test
    void aDigitThatIsCentredIsGrey() {
        var image = filled(BufferedImage.TYPE_INT_RGB, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImagePreparation.CENTRE.prepare(image, ImageColour.RGB, 28, 28))
                .withMessage("centre makes grey images; take resize for colour");
        assertThat(ImagePreparation.recorded(null, ImageColour.RGB)).contains(ImagePreparation.RESIZE);
        assertThat(ImagePreparation.recorded(null, ImageColour.GREY)).contains(ImagePreparation.CENTRE);
    }

    @Test
    void whatIsDamagedIsDamagedInColourToo() throws IOException {
        var whole = jpeg(new int[] {0, 0, 0, 204}, ADOBE);
        var half = new ByteArrayInputStream(whole, 0, whole.length / 2);

        assertThatThrownBy(() -> ImagePreparation.RESIZE.read(half, ImageColour.RGB, 1, 1))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the stream cannot be used as a picture: ");
    }
}
