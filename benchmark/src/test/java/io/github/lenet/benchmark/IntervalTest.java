package io.github.lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void itIsThatOfStudent() {
        var interval = Interval.of(List.of(1.0, 2.0, 3.0));

        assertThat(interval.mean()).isEqualTo(2);
        // The table has 4.303 for two degrees of freedom.
        assertThat(interval.margin()).isCloseTo(4.303 / Math.sqrt(3), within(0.001));
    }
}
