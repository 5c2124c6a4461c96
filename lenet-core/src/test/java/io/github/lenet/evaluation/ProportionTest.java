package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    @ParameterizedTest
    @CsvSource({
        "9899, 10000, 0.99, false",
        "9900, 10000, 0.99, true",
        "499, 500, 1, false",
        "500, 500, 1, true",
        "0, 7, 0, true",
        "2147483646, 2147483647, 1.000000000000000000, false",
        // 1/3 is above the first and below the second; as floating-point numbers all three are the same.
        "1, 3, 0.333333333333333333, true",
        "1, 3, 0.333333333333333334, false"
    })
    void reachesAMinimumExactly(int count, int total, BigDecimal minimum, boolean reached) {
        assertThat(new Proportion(count, total).isAtLeast(minimum)).isEqualTo(reached);
    }

    @Property
    void comparesAsFractionsDo(
            @ForAll @IntRange(min = 1) int total,
            @ForAll @IntRange int part,
            @ForAll @IntRange(max = 10_000) int tenThousandths) {
        var count = part % (total == Integer.MAX_VALUE ? total : total + 1);
        var proportion = new Proportion(count, total);
        var limit = BigDecimal.valueOf(tenThousandths, 4);

        var order = BigInteger.valueOf(count)
                .multiply(BigInteger.valueOf(10_000))
                .compareTo(BigInteger.valueOf(tenThousandths).multiply(BigInteger.valueOf(total)));

        assertThat(proportion.isAtLeast(limit)).isEqualTo(order >= 0);
        assertThat(proportion.isAtMost(limit)).isEqualTo(order <= 0);
    }

    @ParameterizedTest
    @CsvSource({"9873, 10000, 4, 0.9873", "98996, 100000, 4, 0.9899", "98996, 100000, 6, 0.989960", "1, 3, 2, 0.33"})
    void isDisplayedWithTheAskedRounding(int count, int total, int decimals, String text) {
        assertThat(new Proportion(count, total).display(decimals, RoundingMode.FLOOR))
                .isEqualTo(text);
    }

    @Test
    void refusesCountsThatAreNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(-1, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(6, 5))
                .withMessage("6 of 5 is no proportion");
    }
}
