package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.fixtures.SyntheticDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateImagesTest {

    @TempDir
    private Path folder;

    /** Images of one row and two pixels. */
    private static Dataset images(int... pixels) {
        var bytes = new byte[pixels.length];
        for (var i = 0; i < pixels.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return new Dataset("pairs", "train", 1, 2, bytes, new byte[pixels.length / 2], List.of("a"));
    }

    @Test
    void findsEveryGroupOfEqualImages() {
        assertThat(DuplicateImages.within(images(7, 8, 1, 2, 3, 4, 1, 2, 7, 8, 1, 2)))
                .containsExactly(List.of(0, 4), List.of(1, 3, 5));
    }

    @Test
    void imagesThatShareOnlyAPixelOrItsPlaceAreDifferent() {
        assertThat(DuplicateImages.within(images(1, 2, 2, 1, 1, 3, 3, 2))).isEmpty();
    }

    @Test
    void findsTheImagesThatAlsoStandInAnotherPart() {
        assertThat(DuplicateImages.shared(images(1, 2, 5, 6, 3, 4, 1, 2), images(3, 4, 1, 2, 1, 2)))
                .containsExactly(0, 2, 3);
    }

    @Test
    void findsThemInAFile() throws IOException {
        var file = Files.write(folder.resolve("images"), idx(3, 1, 2, 3, 4, 1, 2, 1, 2));

        assertThat(DuplicateImages.shared(images(1, 2, 5, 6, 3, 4, 1, 2), file)).containsExactly(0, 2, 3);
    }

    @Test
    void findsNoneInAFileOfImagesOfAnotherSize() throws IOException {
        var file = Files.write(folder.resolve("images"), idx(1, 2, 1, 1, 2));

        assertThat(DuplicateImages.shared(images(1, 2), file)).isEmpty();
    }

    @Test
    void namesTheByteWhereAFileEnds() throws IOException {
        var file = Files.write(folder.resolve("images"), idx(3, 1, 2, 3, 4, 1));

        assertThatThrownBy(() -> DuplicateImages.shared(images(1, 2), file))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageContainingAll(file.toString(), "byte 19", "ends within an image");
    }

    /** A file of so many images of so many rows and columns, all of them below 256. */
    private static byte[] idx(int images, int rows, int columns, int... pixels) {
        var bytes = new byte[16 + pixels.length];
        bytes[2] = 8;
        bytes[3] = 3;
        bytes[7] = (byte) images;
        bytes[11] = (byte) rows;
        bytes[15] = (byte) columns;
        for (var i = 0; i < pixels.length; i++) {
            bytes[16 + i] = (byte) pixels[i];
        }
        return bytes;
    }

    @Test
    void imagesOfAnotherSizeAreNeverTheSame() {
        var square = new Dataset("square", "train", 2, 1, new byte[] {1, 2}, new byte[1], List.of("a"));

        assertThat(DuplicateImages.shared(images(1, 2), square)).isEmpty();
    }

    @Test
    void imagesInColourAreTheSameOnlyInAllChannels() {
        var images = new Dataset(
                "dots", "train", 3, 1, 1, new byte[] {1, 2, 3, 1, 2, 4, 1, 2, 3}, new byte[3], List.of("a"));
        var grey = new Dataset("grey", "train", 1, 1, new byte[] {1}, new byte[1], List.of("a"));

        assertThat(DuplicateImages.within(images)).containsExactly(List.of(0, 2));
        assertThat(DuplicateImages.shared(images, grey)).isEmpty();
        assertThat(DuplicateImages.across(images, grey)).hasSize(1).noneMatch(RepeatedImage::isLeak);
    }

    @Test
    void drawnDigitsAreAllDifferent() {
        assertThat(DuplicateImages.within(SyntheticDigits.train(300, 7))).isEmpty();
        assertThat(DuplicateImages.shared(SyntheticDigits.test(300, 7), SyntheticDigits.train(300, 7)))
                .isEmpty();
    }

    @Property
    void everyImageThatHasATwinIsInOneGroup(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 9) Integer> shades) {
        var pixels =
                shades.stream().flatMapToInt(shade -> IntStream.of(shade, 0)).toArray();

        var groups = DuplicateImages.within(images(pixels));

        assertThat(groups.stream().mapToInt(group -> group.size() - 1).sum())
                .isEqualTo(shades.size() - (int) shades.stream().distinct().count());
        assertThat(groups)
                .allSatisfy(group ->
                        assertThat(group.stream().map(shades::get).distinct()).hasSize(1));
    }
}
