package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.fixtures.SyntheticDigits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetReaderTest {

    @TempDir
    private Path folder;

    private Path write(String name, List<Integer> dimensions, byte... bytes) throws IOException {
        var file = folder.resolve(name);
        IdxWriter.write(file, new IdxArray(IdxType.UNSIGNED_BYTE, dimensions, bytes));
        return file;
    }

    private Path images(int count) throws IOException {
        return write("images", List.of(count, 28, 28), new byte[count * 784]);
    }

    private static Dataset read(Path images, Path labels) throws IOException {
        return DatasetReader.read(
                "mine", Split.TRAIN, images, labels, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    @Test
    void readsWhatTheWriterWrote() throws IOException {
        var drawn = SyntheticDigits.train(30, 1);
        IdxWriter.write(folder, Split.TRAIN, drawn);

        var read = read(folder.resolve("train-images-idx3-ubyte"), folder.resolve("train-labels-idx1-ubyte"));

        assertThat(read.pixels()).isEqualTo(drawn.pixels());
        assertThat(read.classCounts()).containsOnly(3);
        assertThat(read.name()).isEqualTo("mine");
        assertThat(read.split()).isEqualTo("train");
        assertThat(read.height()).isEqualTo(28);
        assertThat(read.width()).isEqualTo(28);
    }

    @Test
    void countsThatDisagreeNameBothFiles() throws IOException {
        var images = images(3);
        var labels = write("labels", List.of(2), (byte) 1, (byte) 2);

        assertThatThrownBy(() -> read(images, labels))
                .hasMessage(labels
                        + ", byte 4: announces 2 labels, but "
                        + images
                        + " holds 3 images; the two files do not belong together");
    }

    @Test
    void aLabelWithoutAClassIsNamedWithItsByte() throws IOException {
        var images = images(3);
        var labels = write("labels", List.of(3), (byte) 9, (byte) 10, (byte) 0);

        assertThatThrownBy(() -> read(images, labels))
                .isInstanceOf(IdxFormatException.class)
                .hasMessage(labels + ", byte 9: the label of image 1 is 10, but labels go from 0 to 9");
    }

    @Test
    void aLabelAbove127IsNoNegativeNumber() throws IOException {
        var images = images(1);
        var labels = write("labels", List.of(1), (byte) 200);

        assertThatThrownBy(() -> read(images, labels)).hasMessageContaining("is 200");
    }

    @ParameterizedTest
    @CsvSource({"32, 28", "28, 14", "1, 1", "5, 200"})
    void imagesMayHaveAnySize(int height, int width) throws IOException {
        var images = write("images", List.of(2, height, width), new byte[2 * height * width]);
        var labels = write("labels", List.of(2), (byte) 0, (byte) 9);

        var read = read(images, labels);

        assertThat(read.height()).isEqualTo(height);
        assertThat(read.width()).isEqualTo(width);
        assertThat(read.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 28, 8", "28, 0, 12"})
    void imagesWithoutAPixelAreRefused(int height, int width, int offset) throws IOException {
        var images = write("images", List.of(1, height, width));
        var labels = write("labels", List.of(1), (byte) 0);

        assertThatThrownBy(() -> read(images, labels))
                .hasMessage(images + ", byte " + offset + ": holds images without a pixel");
    }

    @Test
    void swappedFilesAreRefused() throws IOException {
        var images = images(1);
        var labels = write("labels", List.of(1), (byte) 0);

        assertThatThrownBy(() -> read(labels, images))
                .hasMessage(labels
                        + ", byte 2: holds 1 unsigned byte, but unsigned bytes are expected: images x rows x columns, and in colour images x 3"
                        + " x rows x columns or images x rows x columns x 3");
    }

    @Test
    void anotherElementTypeIsRefused() throws IOException {
        var images = images(1);
        var labels = folder.resolve("labels");
        IdxWriter.write(labels, new IdxArray(IdxType.INT, List.of(1), new byte[4]));

        assertThatThrownBy(() -> read(images, labels))
                .hasMessage(
                        labels + ", byte 2: holds 1 int, but unsigned bytes are expected: one label for each image");
    }

    @Test
    void aSetWithoutImagesIsRefused() throws IOException {
        var images = images(0);
        var labels = write("labels", List.of(0));

        assertThatThrownBy(() -> read(images, labels)).hasMessage(images + ", byte 4: holds no images");
    }

    private Path integers(int rows, int columns, int... values) throws IOException {
        var bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asIntBuffer().put(values);
        var file = folder.resolve("integers");
        IdxWriter.write(file, new IdxArray(IdxType.INT, List.of(rows, columns), bytes.array()));
        return file;
    }

    @Test
    void takesTheFirstColumnOfIntegersForTheLabel() throws IOException {
        var dataset = read(images(2), integers(2, 3, 7, -1, 300, 9, 0, 0));

        assertThat(dataset.label(0)).isEqualTo(7);
        assertThat(dataset.label(1)).isEqualTo(9);
    }

    @Test
    void anIntegerThatIsNoLabelIsNamedWithItsByte() throws IOException {
        var labels = integers(2, 3, 7, 0, 0, 256, 0, 0);

        assertThatThrownBy(() -> DatasetReader.readLabels(labels))
                .isInstanceOf(IdxFormatException.class)
                .hasMessage(labels + ", byte 24: the label of image 1 is 256, but must be 0 to 255");
    }

    @Test
    void rowsWithoutAColumnHoldNoLabels() throws IOException {
        // A header that announces two thousand million rows, and costs nothing.
        var labels = integers(Integer.MAX_VALUE, 0);

        assertThatThrownBy(() -> DatasetReader.readLabels(labels))
                .hasMessageEndingWith("byte 8: holds rows without a label");
    }

    private Dataset extra(int images) throws IOException {
        var labels = new byte[images];
        labels[images - 1] = 3;
        return DatasetReader.read(
                "mine",
                Split.EXTRA,
                write("tiny", List.of(images, 1, 1), new byte[images]),
                write("labels", List.of(images), labels),
                List.of("0", "1", "2", "3"));
    }

    @Test
    void theExtraImagesAreThoseAfterTheTestSetOfMnist() throws IOException {
        var extra = extra(10_002);

        assertThat(extra.size()).isEqualTo(2);
        assertThat(extra.split()).isEqualTo("extra");
        assertThat(extra.label(1)).isEqualTo(3);
    }

    @Test
    void aTestSetOfTheUsualSizeHasNoExtraImages() {
        assertThatThrownBy(() -> extra(10_000))
                .hasMessageContaining(
                        "holds 10000 images, but the split extra is what comes after the first 10000, as in qmnist");
    }
}
