package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    private static final BigDecimal LIMIT = new BigDecimal("0.05");

    @Test
    void isHeldAgainstTheNearestNumberToTheLimit() {
        // As a binary number 0.05 is a little above 0.05.
        assertThat(new Quantity(0.05).isAtMost(LIMIT)).isTrue();
        assertThat(new Quantity(0.05).isAtLeast(LIMIT)).isTrue();
        assertThat(new Quantity(Math.nextUp(0.05)).isAtMost(LIMIT)).isFalse();
        assertThat(new Quantity(Math.nextDown(0.05)).isAtLeast(LIMIT)).isFalse();
    }

    @Test
    void meetsNoLimitIfItIsNotANumber() {
        var undefined = new Quantity(Double.NaN);

        assertThat(undefined.isAtMost(LIMIT)).isFalse();
        assertThat(undefined.isAtLeast(LIMIT)).isFalse();
        assertThat(undefined.display(4, RoundingMode.CEILING)).isEqualTo("not a number");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void anInfinityIsBeyondEveryLimit(double infinity) {
        var infinite = new Quantity(infinity);

        assertThat(infinite.isAtLeast(LIMIT)).isEqualTo(infinity > 0);
        assertThat(infinite.isAtMost(LIMIT)).isEqualTo(infinity < 0);
        assertThat(infinite.display(4, RoundingMode.CEILING)).contains("infinite");
    }
}
