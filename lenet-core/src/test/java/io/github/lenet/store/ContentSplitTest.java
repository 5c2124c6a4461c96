package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSplitTest {

    private static final long[] DIGESTS = digests(20_000);

    private static long[] digests(int count) {
        var random = new SeededRandom(1);
        return IntStream.range(0, count).mapToLong(i -> random.nextLong()).toArray();
    }

    /** Images of one pixel, whose labels begin again after the last class. */
    private static Dataset images(int count, int classes) {
        var labels = new byte[count];
        IntStream.range(0, count).forEach(i -> labels[i] = (byte) (i % classes));
        return new Dataset("dots", "all", 1, 1, new byte[count], labels, Collections.nCopies(classes, "dot"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5, 0.9})
    void theShareOfEachClassComesNearToTheFraction(double fraction) {
        var images = images(DIGESTS.length, 2);

        var isTest = new ContentSplit(fraction).isTest(DIGESTS, images);

        for (var label = 0; label < 2; label++) {
            var members = images.imagesOf(label);
            var share = IntStream.of(members).filter(image -> isTest[image]).count() / (double) members.length;
            assertThat(share).isCloseTo(fraction, within(0.02));
        }
    }

    @Test
    void aHigherFractionTakesMoreAndGivesNoneBack() {
        var images = images(DIGESTS.length, 2);
        var few = new ContentSplit(0.2).isTest(DIGESTS, images);
        var more = new ContentSplit(0.3).isTest(DIGESTS, images);

        assertThat(IntStream.range(0, few.length).filter(image -> few[image] && !more[image]))
                .isEmpty();
    }

    @Test
    void aClassKeepsOnePictureToLearnFrom() {
        var isTest = new ContentSplit(0.9).isTest(digests(60), images(60, 30));

        for (var label = 0; label < 30; label++) {
            assertThat(isTest[label] && isTest[label + 30]).isFalse();
        }
    }

    @Test
    void aPictureThatOneClassCannotSpareIsLearntInEveryClass() {
        var digests = digests(20);
        var taken = IntStream.range(0, 20)
                .filter(i -> new ContentSplit(0.5).isTest(digests, images(20, 2))[i])
                .findFirst();
        var picture = digests[taken.orElseThrow()];

        // Class 0 is this picture alone; class 1 has it too, beside others.
        var isTest = new ContentSplit(0.5)
                .isTest(
                        new long[] {picture, picture, digests[1], digests[2], digests[3]},
                        new Dataset(
                                "dots",
                                "all",
                                1,
                                1,
                                new byte[5],
                                new byte[] {0, 1, 1, 1, 1},
                                images(2, 2).classNames()));

        assertThat(isTest).startsWith(false, false);
    }

    /** A model of today is the baseline of next year: the choice is a promise. */
    @Test
    void theChoiceIsTheSameForEver() {
        var isTest = new ContentSplit(0.2).isTest(digests(40), images(40, 1));

        assertThat(IntStream.range(0, 40).filter(image -> isTest[image]))
                .containsExactly(7, 21, 25, 26, 28, 30, 32, 36);
    }
}
