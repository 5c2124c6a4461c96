package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacroAverageTest {

    @Test
    void countsEveryClassTheSame() {
        var average = new MacroAverage(List.of(new Proportion(1, 2), new Proportion(999, 1_000)));

        assertThat(average.value()).isEqualTo(0.7495);
        assertThat(average.display(3, RoundingMode.FLOOR)).isEqualTo("0.749");
        assertThat(average.counts()).isEmpty();
    }

    @Test
    void comparesExactly() {
        // As floating-point numbers, the sum of ten times 0.7 divided by ten is below 0.7.
        var average = new MacroAverage(Collections.nCopies(10, new Proportion(7, 10)));

        assertThat(average.isAtLeast(new BigDecimal("0.7"))).isTrue();
        assertThat(average.isAtMost(new BigDecimal("0.7"))).isTrue();
        assertThat(average.isAtLeast(new BigDecimal("0.700000000000000001"))).isFalse();
    }

    @Test
    void thereIsNoneOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MacroAverage(List.of()));
    }
}
