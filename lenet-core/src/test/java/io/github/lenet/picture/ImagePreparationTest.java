package io.github.lenet.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.SyntheticDigits;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePreparationTest {

    private static final Dataset DIGITS = SyntheticDigits.train(10, 3);

    @TempDir
    private Path folder;

    private static byte[] digit(int label) {
        var start = DIGITS.pixelOffset(label);
        return Arrays.copyOfRange(DIGITS.pixels(), start, start + 28 * 28);
    }

    private static BufferedImage grey(byte[] pixels) {
        var image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, 28, 28, pixels);
        return image;
    }

    /** Dark ink on white paper, enlarged and off centre, as a scan would be. */
    private static BufferedImage scan(byte[] pixels, int imageType) {
        var ink = new BufferedImage(28, 28, BufferedImage.TYPE_INT_ARGB);
        for (var i = 0; i < pixels.length; i++) {
            ink.setRGB(i % 28, i / 28, Byte.toUnsignedInt(pixels[i]) << 24);
        }
        var scan = new BufferedImage(400, 300, imageType);
        var graphics = scan.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 400, 300);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(ink, 5, 60, 224, 224, null);
        graphics.dispose();
        return scan;
    }

    private static byte[] prepared(BufferedImage image) throws IOException {
        return ImagePreparation.CENTRE.prepare(image, 28, 28);
    }

    private static double[] centreOfMass(byte[] pixels) {
        var mass = 0D;
        var x = 0D;
        var y = 0D;
        for (var i = 0; i < pixels.length; i++) {
            var ink = Byte.toUnsignedInt(pixels[i]);
            mass += ink;
            x += ink * (i % 28 + 0.5);
            y += ink * (Math.floorDiv(i, 28) + 0.5);
        }
        return new double[] {x / mass, y / mass};
    }

    private static double overlap(byte[] first, byte[] second) {
        var common = 0D;
        var all = 0D;
        for (var i = 0; i < first.length; i++) {
            common += Math.min(Byte.toUnsignedInt(first[i]), Byte.toUnsignedInt(second[i]));
            all += Math.max(Byte.toUnsignedInt(first[i]), Byte.toUnsignedInt(second[i]));
        }
        return common / all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aScanBecomesADigitInTheFormOfMnist(int label) throws IOException {
        var prepared = prepared(scan(digit(label), BufferedImage.TYPE_INT_RGB));

        assertThat(prepared).hasSize(784);
        assertThat(centreOfMass(prepared)).containsExactly(new double[] {14.5, 14.5}, within(0.55));
        var rows = Arrays.stream(inkRows(prepared)).summaryStatistics();
        assertThat(rows.getMax() - rows.getMin() + 1).isEqualTo(20);
    }

    private static int[] inkRows(byte[] pixels) {
        return IntStream.range(0, 784)
                .filter(i -> pixels[i] != 0)
                .map(i -> i / 28)
                .toArray();
    }

    @Test
    void preparingTwiceChangesNothing() throws IOException {
        var once = prepared(scan(digit(2), BufferedImage.TYPE_INT_RGB));
        var padded = new BufferedImage(60, 50, BufferedImage.TYPE_BYTE_GRAY);
        padded.getRaster().setRect(20, 10, grey(once).getRaster());

        assertThat(overlap(prepared(padded), once)).isGreaterThan(0.9);
    }

    @Test
    void aPictureOf28By28StaysAsItIs() throws IOException {
        assertThat(prepared(grey(digit(5)))).isEqualTo(digit(5));
    }

    @Test
    void darkInkOnALightBackgroundIsInverted() throws IOException {
        var inverted = digit(5);
        for (var i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }

        assertThat(prepared(grey(inverted))).isEqualTo(digit(5));
    }

    @Test
    void transparencyCountsAsWhitePaper() throws IOException {
        var transparent = new BufferedImage(28, 28, BufferedImage.TYPE_INT_ARGB);
        for (var i = 0; i < 784; i++) {
            transparent.setRGB(i % 28, i / 28, Byte.toUnsignedInt(digit(5)[i]) << 24);
        }

        assertThat(prepared(transparent)).isEqualTo(digit(5));
    }

    @Test
    void coloursAreWeightedByTheirBrightness() throws IOException {
        var image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
        image.setRGB(14, 14, Color.GREEN.getRGB());

        assertThat(Byte.toUnsignedInt(prepared(image)[14 * 28 + 14])).isEqualTo(150);
    }

    @Test
    void weakInkOnGreyPaperIsStretchedToFullContrast() throws IOException {
        var faint = scan(digit(7), BufferedImage.TYPE_BYTE_GRAY);
        var raster = faint.getRaster();
        for (var y = 0; y < 300; y++) {
            for (var x = 0; x < 400; x++) {
                raster.setSample(x, y, 0, 120 + raster.getSample(x, y, 0) / 5);
            }
        }

        var prepared = prepared(faint);

        assertThat(overlap(prepared, prepared(scan(digit(7), BufferedImage.TYPE_BYTE_GRAY))))
                .isGreaterThan(0.9);
    }

    @Test
    void aDigitOfOnePixelFillsTheBox() throws IOException {
        var dot = new BufferedImage(90, 50, BufferedImage.TYPE_BYTE_GRAY);
        dot.getRaster().setSample(80, 3, 0, 200);

        assertThat(prepared(dot)).contains(-1, Index.atIndex(14 * 28 + 14));
    }

    @Test
    void aThinLineStaysWithinThePicture() throws IOException {
        var line = new BufferedImage(500, 20, BufferedImage.TYPE_BYTE_GRAY);
        for (var x = 10; x < 490; x++) {
            line.getRaster().setSample(x, 10, 0, x < 100 ? 255 : 40);
        }

        assertThat(prepared(line)).hasSize(784).contains(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp"})
    void readsThePictureFormatsOfTheJdk(String format) throws IOException {
        var file = folder.resolve("three." + format);
        ImageIO.write(scan(digit(3), BufferedImage.TYPE_INT_RGB), format, file.toFile());

        var expected = prepared(scan(digit(3), BufferedImage.TYPE_INT_RGB));

        assertThat(overlap(ImagePreparation.CENTRE.read(file, 28, 28), expected))
                .isGreaterThan(0.9);
    }

    @Test
    void anEmptyPageIsNoDigit() throws IOException {
        var file = folder.resolve("empty.png");
        ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB), "png", file.toFile());

        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(file, 28, 28))
                .withMessage(file + " cannot be used as a picture: it shows nothing but background");
    }

    @Test
    void aTextIsNoPicture() throws IOException {
        var file = Files.writeString(folder.resolve("digit.png"), "seven");

        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(file, 28, 28))
                .withMessage(file + " cannot be used as a picture: it is no PNG, JPEG, GIF or BMP");
    }

    @Test
    void anEmptyFileIsNoPicture() throws IOException {
        var file = Files.createFile(folder.resolve("digit.png"));

        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(file, 28, 28))
                .withMessage(file + " cannot be used as a picture: it is empty");
    }

    @Test
    void aPictureThatIsCutShortIsNoPicture() throws IOException {
        var file = folder.resolve("cut.png");
        ImageIO.write(scan(digit(3), BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));

        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(file, 28, 28))
                .withMessageContaining(file.toString());
    }

    @Test
    void aMissingFileIsNamed() {
        var file = folder.resolve("nowhere.png");

        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(file, 28, 28))
                .withMessage(file + " is no file that can be read");
    }

    @Test
    void anEnormousPictureIsRefusedBeforeItIsDecoded() throws IOException {
        var file = folder.resolve("enormous.png");
        ImageIO.write(scan(digit(3), BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        var bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(16, 100_000).putInt(20, 100_000);
        Files.write(file, bytes);

        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(file, 28, 28))
                .withMessageContaining("it has 100,000 x 100,000 pixels");
    }

    @ParameterizedTest
    @CsvSource({"28, 28, 20", "32, 32, 23", "64, 48, 34", "16, 40, 11"})
    void anImageOfAnotherSizeHasABoxInProportion(int height, int width, int box) throws IOException {
        var square = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = square.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(10, 10, 100, 100);
        graphics.dispose();

        var prepared = ImagePreparation.CENTRE.prepare(square, height, width);

        assertThat(prepared).hasSize(height * width);
        assertThat(IntStream.range(0, prepared.length).filter(i -> prepared[i] == -1))
                .hasSize(box * box);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey.png", "grey.bmp", "colour.png", "colour.gif"})
    void theDigestIsThatOfWhatThePictureShows(String name) throws IOException {
        var isGrey = name.startsWith("grey");
        var image = new BufferedImage(40, 30, isGrey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < 40 * 30; i++) {
            var value = 7 * i % 256;
            image.getRaster().setPixel(i % 40, i / 40, isGrey ? new int[] {value} : new int[] {value, value, value});
        }
        var file = folder.resolve(name);
        ImageIO.write(image, name.substring(name.length() - 3), file.toFile());

        var centred = ImagePreparation.CENTRE.readWithDigest(file, ImageColour.GREY, 28, 28);
        var resized = ImagePreparation.RESIZE.readWithDigest(file, ImageColour.GREY, 40, 20);

        // Written down, because it decides for ever which pictures of a folder are for the test.
        assertThat(centred.digest()).isEqualTo(-5357617913587227051L);
        assertThat(resized.digest()).isEqualTo(centred.digest());
        assertThat(resized.image()).isEqualTo(ImagePreparation.RESIZE.read(file, 40, 20));
    }

    @Test
    void theSizeIsPartOfTheDigest() throws IOException {
        var lying = folder.resolve("lying.png");
        var standing = folder.resolve("standing.png");
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "png", lying.toFile());
        ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_BYTE_GRAY), "png", standing.toFile());

        assertThat(ImagePreparation.RESIZE
                        .readWithDigest(lying, ImageColour.GREY, 28, 28)
                        .digest())
                .isNotEqualTo(ImagePreparation.RESIZE
                        .readWithDigest(standing, ImageColour.GREY, 28, 28)
                        .digest());
    }

    @Test
    void saysWhatLiesInThePlaceOfAPicture() throws IOException {
        var file = folder.resolve("3.png");
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 5461\n");
        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(file, 28, 28))
                .withMessage(file + " cannot be used as a picture: it is a Git LFS pointer: run git lfs pull");

        ImageIO.write(scan(digit(3), BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        Files.writeString(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        assertThatIOException()
                .isThrownBy(() -> ImagePreparation.CENTRE.read(file, 28, 28))
                .withMessageContaining(file + " cannot be used as a picture: it was rewritten as text")
                .withMessageContaining("<nonFilteredFileExtension>png</nonFilteredFileExtension>");
    }
}
