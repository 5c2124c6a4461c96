package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.recipe.Augmentation;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandomFlipTest {

    /** Two rows of three columns. */
    private static final byte[] PLANE = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255};

    private static final float[] PLAIN = {0, 0.2f, 0.4f, 0.6f, 0.8f, 1};
    private static final float[] MIRRORED = {0.4f, 0.2f, 0, 1, 0.8f, 0.6f};

    @Test
    void everySecondImageIsMirroredInItsRows() {
        var flip = new RandomFlip(2, 3, new NoTransform(2, 3));
        var mirrored = 0;
        for (var seed = 0; seed < 1000; seed++) {
            var target = draw(flip, seed, PLANE, 6);
            assertThat(Arrays.equals(target, PLAIN) || Arrays.equals(target, MIRRORED))
                    .isTrue();
            mirrored += Arrays.equals(target, MIRRORED) ? 1 : 0;
        }

        assertThat(mirrored).isBetween(450, 550);
    }

    @Test
    void theChannelsOfAnImageAreMirroredTogether() {
        var flip = new RandomFlip(2, 3, new NoTransform(2, 3));
        for (var seed = 0; seed < 100; seed++) {
            flip.draw(new SeededRandom(seed));
            var first = new float[6];
            var second = new float[6];
            flip.apply(PLANE, 0, first, 0);
            flip.apply(PLANE, 0, second, 0);

            assertThat(second).isEqualTo(first);
        }
    }

    /** Whoever turns it on has the same shifts, of which half are mirrored. */
    @Property(tries = 100)
    void whatComesBeforeDrawsAsItDoesAlone(@ForAll long seed) {
        var digits = SyntheticDigits.train(1, 1);
        var shifted = draw(RandomTransform.of(Augmentation.SHIFT, 28, 28), seed, digits.pixels(), 28 * 28);
        var mirrored = new float[28 * 28];
        IntStream.range(0, mirrored.length).forEach(i -> mirrored[i] = shifted[i - i % 28 + 27 - i % 28]);

        assertThat(draw(RandomTransform.of(Augmentation.SHIFT_FLIP, 28, 28), seed, digits.pixels(), 28 * 28))
                .satisfiesAnyOf(
                        variant -> assertThat(variant).isEqualTo(shifted),
                        variant -> assertThat(variant).isEqualTo(mirrored));
    }

    @Test
    void aCropMovesAnImageByUpToFourPixels() {
        var point = new byte[9 * 9];
        point[4 * 9 + 4] = (byte) 255;
        var transform = RandomTransform.of(Augmentation.CROP_FLIP, 9, 9);
        var places = IntStream.range(0, 2000)
                .mapToObj(seed -> draw(transform, seed, point, 81))
                .map(variant -> IntStream.range(0, 81)
                        .filter(i -> variant[i] == 1)
                        .findFirst()
                        .orElseThrow())
                .distinct();

        assertThat(places).hasSize(81);
    }

    private static float[] draw(RandomTransform transform, long seed, byte[] pixels, int size) {
        var target = new float[size];
        transform.draw(new SeededRandom(seed));
        transform.apply(pixels, 0, target, 0);
        return target;
    }
}
