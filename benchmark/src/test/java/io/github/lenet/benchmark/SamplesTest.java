package io.github.lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void theMedianIsTheMiddleInOrderOfSize() {
        assertThat(new Samples(List.of(3.0, 100.0, 1.0)).median()).isEqualTo(3);
        assertThat(new Samples(List.of(3.0, 100.0, 1.0, 5.0)).median()).isEqualTo(4);
        assertThat(new Samples(List.of(7.0)).median()).isEqualTo(7);
    }

    @Test
    void aQuantileIsAValueThatWasMeasured() {
        var hundred = new Samples(IntStream.rangeClosed(1, 100)
                .mapToObj(value -> (double) (101 - value))
                .toList());

        assertThat(hundred.quantile(0)).isEqualTo(1);
        assertThat(hundred.quantile(0.99)).isEqualTo(99);
        assertThat(hundred.quantile(1)).isEqualTo(100);
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        var quietThenBusy = new Samples(List.of(100.0, 10.0));
        var other = new Samples(List.of(50.0, 5.0));

        assertThat(quietThenBusy.dividedBy(other).values()).containsExactly(2.0, 2.0);
    }
}
