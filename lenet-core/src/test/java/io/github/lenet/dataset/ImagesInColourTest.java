package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lenet.fixtures.ColouredDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** IDX files of four dimensions. */
class ImagesInColourTest {

    private Path folder;

    @BeforeProperty
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("colour");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Path write(byte[] pixels, Integer... dimensions) throws IOException {
        var file = folder.resolve("images");
        IdxWriter.write(file, new IdxArray(IdxType.UNSIGNED_BYTE, List.of(dimensions), pixels));
        return file;
    }

    private static byte[] noise(int bytes, int seed) {
        var noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    @Property(tries = 100)
    void pixelsAndPlanesAreTheSameImages(
            @ForAll @IntRange(min = 1, max = 5) int images,
            @ForAll @IntRange(min = 4, max = 9) int height,
            @ForAll @IntRange(min = 4, max = 9) int width,
            @ForAll int seed)
            throws IOException {
        var planes = noise(images * 3 * height * width, seed);
        var pixels = new byte[planes.length];
        for (var image = 0; image < images; image++) {
            for (var channel = 0; channel < 3; channel++) {
                for (var i = 0; i < height * width; i++) {
                    pixels[(image * height * width + i) * 3 + channel] =
                            planes[(image * 3 + channel) * height * width + i];
                }
            }
        }

        var ofPlanes = DatasetReader.readImages(write(planes.clone(), images, 3, height, width));
        assertThat(ofPlanes.layout()).isEqualTo(new ImageLayout(images, 3, height, width, false));
        assertThat(ofPlanes.pixels()).isEqualTo(planes);
        var ofPixels = DatasetReader.readImages(write(pixels, images, height, width, 3));
        assertThat(ofPixels.layout()).isEqualTo(new ImageLayout(images, 3, height, width, true));
        assertThat(ofPixels.pixels()).isEqualTo(planes);

        var dataset = new Dataset("noise", "test", 3, height, width, planes, new byte[images], List.of("any"));
        assertThat(DuplicateImages.shared(dataset, folder.resolve("images"))).hasSize(images);
    }

    @Property(tries = 50)
    void aSecondDimensionOfThreeIsThatOfTheChannels(
            @ForAll @IntRange(min = 1, max = 9) int height, @ForAll @IntRange(min = 1, max = 9) int width)
            throws IOException {
        var images = DatasetReader.readImages(write(noise(2 * 3 * height * width, 1), 2, 3, height, width));

        assertThat(images.layout()).isEqualTo(new ImageLayout(2, 3, height, width, false));
        assertThat(images.pixels()).isEqualTo(noise(2 * 3 * height * width, 1));
    }

    @Property(tries = 100)
    void anotherNumberOfChannelsIsRefused(
            @ForAll @Size(3) List<@IntRange(min = 1, max = 9) Integer> sizes, @ForAll boolean compressed)
            throws IOException {
        if (sizes.get(0) == 3 || sizes.get(2) == 3) {
            return;
        }
        var pixels = noise(sizes.get(0) * sizes.get(1) * sizes.get(2), 1);
        var file = folder.resolve(compressed ? "images.gz" : "images");
        IdxWriter.write(
                file,
                new IdxArray(IdxType.UNSIGNED_BYTE, List.of(1, sizes.get(0), sizes.get(1), sizes.get(2)), pixels));

        var error = catchThrowableOfType(IdxFormatException.class, () -> DatasetReader.readImages(file));

        assertThat(error.offset()).isEqualTo(8);
        assertThat(error)
                .hasMessageStartingWith(file + ", byte 8: holds 1 x " + sizes.get(0) + " x ")
                .hasMessageEndingWith(
                        ", but images in colour have 3 channels, as images x 3 x rows x columns or images x"
                                + " rows x columns x 3, and grey ones three dimensions, images x rows x columns");
    }

    @Example
    void anImageWithoutAPixelIsRefused() throws IOException {
        var file = write(new byte[0], 2, 3, 0, 5);

        var error = catchThrowableOfType(IdxFormatException.class, () -> DatasetReader.readImages(file));

        assertThat(error.offset()).isEqualTo(12);
        assertThat(error).hasMessageContaining("holds images without a pixel");
    }

    @Example
    void aSplitIsReadAsItWasWritten() throws IOException {
        var digits = ColouredDigits.test(9, 1);

        IdxWriter.write(folder, Split.TEST, digits);

        var read = DatasetReader.read(
                "colours",
                Split.TEST,
                folder.resolve(Split.TEST.imagesFile()),
                folder.resolve(Split.TEST.labelsFile()),
                digits.classNames());
        assertThat(read.channels()).isEqualTo(3);
        assertThat(read.pixels()).isEqualTo(digits.pixels());
        assertThat(IntStream.range(0, 9).map(read::label)).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
    }
}
