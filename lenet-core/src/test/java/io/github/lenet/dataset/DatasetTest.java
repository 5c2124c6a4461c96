package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lenet.fixtures.SyntheticDigits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final List<String> CLASSES = List.of("cat", "dog");

    @Test
    void anImageInColourHasThreePlanes() {
        var dots = new Dataset("dots", "train", 3, 1, 1, new byte[] {1, 2, 3, 4, 5, 6}, new byte[] {0, 1}, CLASSES);

        assertThat(dots.channels()).isEqualTo(3);
        assertThat(dots.imageSize()).isEqualTo(3);
        assertThat(dots.pixelOffset(1)).isEqualTo(3);
        assertThat(dots.subset(new int[] {1}, "some").pixels()).containsExactly(4, 5, 6);
        assertThat(dots.subset(new int[] {1}, "some").channels()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset("dots", "train", 2, 1, 1, new byte[2], new byte[1], CLASSES))
                .withMessage("an image has 1 channel or 3, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset("dots", "train", 3, 1, 1, new byte[2], new byte[1], CLASSES))
                .withMessage("2 pixels are not 1 images of 3 x 1 x 1");
    }

    @Test
    void readsLabelsAndPixelsAsUnsigned() {
        var names = IntStream.range(0, 256).mapToObj(String::valueOf).toList();

        var dataset = new Dataset("many", "train", 1, 2, new byte[] {1, 2, 3, 4}, new byte[] {0, (byte) 255}, names);

        assertThat(dataset.label(1)).isEqualTo(255);
        assertThat(dataset.pixelOffset(1)).isEqualTo(2);
        assertThat(dataset.classCounts()).hasSize(256).startsWith(1).endsWith(1);
    }

    @Test
    void refusesPixelsThatAreNotWholeImages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset("pets", "train", 2, 2, new byte[7], new byte[2], CLASSES))
                .withMessage("7 pixels are not 2 images of 2 x 2");
    }

    @Test
    void refusesALabelWithoutAClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset("pets", "train", 1, 1, new byte[2], new byte[] {1, 2}, CLASSES))
                .withMessage("the label of image 1 is 2, but there are 2 classes");
    }

    @Test
    void subsetKeepsTheGivenOrder() {
        var dataset = new Dataset("pets", "train", 1, 2, new byte[] {1, 2, 3, 4, 5, 6}, new byte[] {0, 1, 0}, CLASSES);

        var subset = dataset.subset(new int[] {2, 1}, "chosen");

        assertThat(subset.pixels()).containsExactly(5, 6, 3, 4);
        assertThat(subset.label(1)).isEqualTo(1);
        assertThat(subset.split()).isEqualTo("chosen");
    }

    @Test
    void syntheticDigitsAreTheSameForTheSameSeedOnly() {
        assertThat(SyntheticDigits.train(20, 1).pixels())
                .isEqualTo(SyntheticDigits.train(20, 1).pixels());
        assertThat(SyntheticDigits.train(20, 2).pixels())
                .isNotEqualTo(SyntheticDigits.train(20, 1).pixels());
        assertThat(SyntheticDigits.test(20, 1).pixels())
                .isNotEqualTo(SyntheticDigits.train(20, 1).pixels());
    }
}
