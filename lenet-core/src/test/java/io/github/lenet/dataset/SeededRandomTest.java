package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    @Test
    void givesThePublishedSequenceOfSplitMix64() {
        var random = new SeededRandom(1234567);

        var numbers = new long[] {random.nextLong(), random.nextLong(), random.nextLong()};

        assertThat(numbers).containsExactly(6457827717110365317L, 3203168211198807973L, -8629252141511181193L);
    }

    @Test
    void drawsEveryNumberBelowTheBoundEquallyOften() {
        var random = new SeededRandom(1);
        var counts = new int[7];

        IntStream.range(0, 70_000).forEach(i -> counts[random.nextInt(7)]++);

        assertThat(Arrays.stream(counts)).allMatch(count -> 9_600 < count && count < 10_400);
    }

    @Test
    void drawsWithoutBiasFromALargeBound() {
        // 2^32 is two and two thirds of this bound: without rejection, two residues of three would come up in 3/8 of
        // draws.
        var random = new SeededRandom(1);
        var counts = new int[3];

        IntStream.range(0, 30_000).forEach(i -> counts[random.nextInt(3 << 29) % 3]++);

        assertThat(Arrays.stream(counts)).allMatch(count -> 9_600 < count && count < 10_400);
    }

    @Test
    void refusesABoundWithoutNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeededRandom(1).nextInt(0))
                .withMessageContaining("not 0");
    }

    @Test
    void fractionsStayBelowOne() {
        var random = new SeededRandom(3);

        for (var i = 0; i < 10_000; i++) {
            assertThat(random.nextDouble()).isGreaterThanOrEqualTo(0).isLessThan(1);
            assertThat(random.nextFloat()).isGreaterThanOrEqualTo(0).isLessThan(1);
        }
    }

    @Test
    void shufflesIntoEachOrderEquallyOften() {
        var random = new SeededRandom(5);
        var counts = new int[6];

        for (var i = 0; i < 60_000; i++) {
            var numbers = new int[] {0, 1, 2};
            random.shuffle(numbers);
            counts[numbers[0] * 2 + (numbers[1] > numbers[2] ? 1 : 0)]++;
        }

        assertThat(Arrays.stream(counts)).allMatch(count -> 9_600 < count && count < 10_400);
    }

    @Test
    void shuffleOfASeedNeverChanges() {
        var numbers = IntStream.range(0, 10).toArray();

        new SeededRandom(42).shuffle(numbers);

        assertThat(numbers).containsExactly(8, 3, 6, 5, 4, 0, 9, 2, 1, 7);
    }
}
