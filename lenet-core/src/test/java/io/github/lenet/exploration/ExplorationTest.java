package io.github.lenet.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.SyntheticDigits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplorationTest {

    /** Images of one pixel each. */
    private static Dataset dots(String split, int[] shades, int[] labels) {
        var pixels = new byte[shades.length];
        var bytes = new byte[labels.length];
        for (var i = 0; i < shades.length; i++) {
            pixels[i] = (byte) shades[i];
            bytes[i] = (byte) labels[i];
        }
        return new Dataset("dots", split, 1, 1, pixels, bytes, List.of("dark", "light", "none"));
    }

    private final Dataset training =
            dots("train", new int[] {0, 10, 30, 250, 240, 255, 250, 0}, new int[] {0, 0, 0, 1, 1, 1, 1, 1});
    private final Dataset test = dots("test", new int[] {10, 11, 255}, new int[] {0, 0, 1});

    @Test
    void countsTheImagesOfEachClassInBothParts() {
        var exploration = Exploration.of(training, test, 2);

        assertThat(exploration.training().images()).isEqualTo(8);
        assertThat(exploration.training().classCounts()).containsExactly(3, 5, 0);
        assertThat(exploration.test().classCounts()).containsExactly(2, 1, 0);
    }

    @Test
    void measuresHowBrightThePixelsAre() {
        var pixels = Exploration.of(training, test, 1).test().pixels();

        assertThat(pixels.mean()).isCloseTo(92 / 255.0, within(1e-12));
        assertThat(pixels.standardDeviation()).isCloseTo(115.2591 / 255, within(1e-6));
        assertThat(pixels.histogram()).hasSize(256).startsWith(0L);
        assertThat(IntStream.range(0, 256).filter(value -> pixels.histogram().get(value) > 0))
                .containsExactly(10, 11, 255);
    }

    @Test
    void findsDuplicatesContradictionsAndLeaks() {
        var exploration = Exploration.of(training, test, 1);

        assertThat(exploration.training().duplicates()).containsExactly(List.of(0, 7), List.of(3, 6));
        assertThat(exploration.training().repeatedImages()).isEqualTo(2);
        assertThat(exploration.training().contradictions())
                .as("image 0 is dark, its twin 7 light")
                .isEqualTo(1);
        assertThat(exploration.test().duplicates()).isEmpty();
        assertThat(exploration.leaked()).containsExactly(0, 2);
    }

    @Test
    void picksTypicalAndOddImagesOfEachClass() {
        var light = Exploration.of(training, test, 2).classes().get(1);

        assertThat(light.mean()[0]).isCloseTo(199 / 255f, within(1e-6f));
        assertThat(light.variance()[0]).isCloseTo(9924 / 255f / 255, within(1e-5f));
        assertThat(light.typical()).extracting(ImageDistance::image).containsExactly(4, 3);
        assertThat(light.atypical()).extracting(ImageDistance::image).containsExactly(7, 5);
        assertThat(light.atypical().get(0).distance()).isCloseTo(199 / 255.0, within(1e-6));
    }

    @Test
    void spreadsTheSamplesOverTheClass() {
        assertThat(Exploration.of(training, test, 2).classes().get(1).samples()).containsExactly(3, 5);
        assertThat(Exploration.of(training, test, 9).classes().get(0).samples()).containsExactly(0, 1, 2);
    }

    @Test
    void aClassWithoutImagesHasNothingToShow() {
        var none = Exploration.of(training, test, 3).classes().get(2);

        assertThat(none.images()).isZero();
        assertThat(none.mean()).containsExactly(0);
        assertThat(none.samples()).isEmpty();
        assertThat(none.typical()).isEmpty();
        assertThat(none.atypical()).isEmpty();
    }

    @Test
    void theSameImagesGiveTheSameNumbers() {
        var digits = SyntheticDigits.train(200, 7);
        var others = SyntheticDigits.test(100, 7);

        assertThat(Exploration.of(digits, others, 3))
                .usingRecursiveComparison()
                .isEqualTo(Exploration.of(digits, others, 3));
    }
}
