package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lenet.fixtures.SyntheticDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingImagesTest {

    private static final Dataset TRAIN = SyntheticDigits.train(40, 1);

    @TempDir
    private Path folder;

    private static Dataset of(int height, int width, byte[] pixels) {
        return new Dataset(
                "dots", "test", height, width, pixels, new byte[pixels.length / height / width], List.of("dot"));
    }

    @Test
    void countsTheImagesThatWereLearntWhateverTheirLabels() {
        var learnt = TrainingImages.of("ab01", TRAIN);
        var images = TRAIN.subset(new int[] {3, 3, 17}, "test");

        assertThat(learnt.countLearnt(new Dataset("x", "test", 28, 28, images.pixels(), new byte[3], List.of("a"))))
                .isEqualTo(3);
        images.pixels()[400] ^= 1;
        assertThat(learnt.countLearnt(images)).isEqualTo(2);
    }

    @Test
    void imagesOfOtherShapesAreOthers() {
        var learnt = TrainingImages.of("ab01", of(2, 3, new byte[6]));

        assertThat(learnt.countLearnt(of(2, 3, new byte[12]))).isEqualTo(2);
        assertThat(learnt.countLearnt(of(3, 2, new byte[6]))).isZero();
    }

    @Test
    void theOrderOfTheImagesLeavesNoTrace() {
        var order = IntStream.range(0, TRAIN.size())
                .map(image -> TRAIN.size() - 1 - image)
                .toArray();

        assertThat(TrainingImages.of("ab01", TRAIN.subset(order, "train"))).isEqualTo(TrainingImages.of("ab01", TRAIN));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        var file = folder.resolve(TrainingImages.FILE);
        // Written down, because a model that is published with it is compared years later.
        var dots = TrainingImages.of("ab01", of(2, 2, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3}));

        dots.write(file);

        assertThat(file).hasContent("""
            {
              "schemaVersion": 1,
              "modelSha256": "ab01",
              "images": [ "3a66debb819e", "67411cfb9def" ]
            }
            """);
        assertThat(TrainingImages.read(file)).isEqualTo(dots);
    }

    @Test
    void aLayoutOfTheFutureIsRefused() throws IOException {
        var file = folder.resolve(TrainingImages.FILE);
        Files.writeString(file, "{\"schemaVersion\": 2, \"modelSha256\": \"ab01\", \"images\": []}");

        assertThatIOException().isThrownBy(() -> TrainingImages.read(file)).withMessageContaining("schemaVersion is 2");
    }
}
