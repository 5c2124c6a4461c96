package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.SeededRandom;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomShiftTest {

    private static final int SIZE = 4;

    @Test
    void aPixelGoesToEachOfNinePlacesEquallyOften() {
        var pixels = new byte[SIZE * SIZE];
        pixels[2 * SIZE + 1] = (byte) 255;

        var counts = IntStream.range(0, 9_000)
                .mapToObj(seed -> shifted(pixels, seed))
                .map(image -> IntStream.range(0, image.length)
                        .filter(i -> image[i] == 1)
                        .boxed()
                        .toList())
                .collect(Collectors.groupingBy(places -> places, Collectors.counting()));

        assertThat(counts.keySet())
                .containsExactlyInAnyOrderElementsOf(IntStream.of(4, 5, 6, 8, 9, 10, 12, 13, 14)
                        .mapToObj(java.util.List::of)
                        .toList());
        assertThat(counts.values()).allMatch(count -> count > 850 && count < 1_150);
    }

    @Test
    void whatLeavesTheFrameIsGoneAndBackgroundMovesIn() {
        var pixels = new byte[SIZE * SIZE];
        Arrays.fill(pixels, (byte) 255);

        var left = IntStream.range(0, 100)
                .mapToLong(seed -> IntStream.range(0, SIZE * SIZE)
                        .filter(i -> shifted(pixels, seed)[i] == 1)
                        .count())
                .boxed()
                .collect(Collectors.toSet());

        assertThat(left).containsExactlyInAnyOrder(16L, 12L, 9L);
    }

    private static float[] shifted(byte[] pixels, long seed) {
        var target = new float[SIZE * SIZE];
        var shift = new RandomShift(SIZE, SIZE, 1);
        shift.draw(new SeededRandom(seed));
        shift.apply(pixels, 0, target, 0);
        return target;
    }
}
