package io.github.lenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Files that are no pictures, or no longer: each gives an image or one error with the name of the file. */
class DamagedPictureTest {

    private static final List<String> FORMATS = List.of("png", "jpg", "gif", "bmp");

    private Path file;

    @BeforeProperty
    void createFile() throws IOException {
        file = Files.createTempFile("picture", "");
    }

    @AfterProperty
    void deleteFile() throws IOException {
        Files.delete(file);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(width / 3, height / 4, width / 3 + 1, height / 2 + 1);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private void assertImageOrOneClearError(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        for (var preparation : ImagePreparation.values()) {
            try {
                assertThat(preparation.read(file, 16, 20)).hasSize(16 * 20);
            } catch (IOException e) {
                assertThat(e).hasMessageStartingWith(file + " cannot be used as a picture: ");
            }
        }
    }

    @Property(tries = 100)
    void aWholePictureOfAnySizeIsAnImage(
            @ForAll @IntRange(max = 3) int format,
            @ForAll @IntRange(min = 4, max = 90) int width,
            @ForAll @IntRange(min = 4, max = 90) int height)
            throws IOException {
        Files.write(file, picture(FORMATS.get(format), width, height));

        for (var preparation : ImagePreparation.values()) {
            assertThat(preparation.read(file, 28, 28)).hasSize(784);
        }
    }

    @Property(tries = 200)
    void aPictureThatIsCut(@ForAll @IntRange(max = 3) int format, @ForAll @IntRange(max = 9999) int cut)
            throws IOException {
        var whole = picture(FORMATS.get(format), 30, 40);
        Files.write(file, whole);
        var expected = ImagePreparation.RESIZE.read(file, 16, 20);
        Files.write(file, Arrays.copyOf(whole, cut % whole.length));

        try {
            // What is missing may be but the end mark.
            assertThat(ImagePreparation.RESIZE.read(file, 16, 20)).isEqualTo(expected);
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith(file + " cannot be used as a picture: it ");
        }
    }

    @Property(tries = 400)
    void aPictureWithAWrongByte(
            @ForAll @IntRange(max = 3) int format,
            @ForAll @IntRange(max = 9999) int position,
            @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        var bytes = picture(FORMATS.get(format), 30, 40);
        // Most of what can go wrong stands at the beginning.
        bytes[position % Math.min(bytes.length, 200)] ^= (byte) change;
        assertImageOrOneClearError(bytes);
    }

    @Property(tries = 200)
    void whateverTheBytes(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        assertImageOrOneClearError(bytes);
    }
}
