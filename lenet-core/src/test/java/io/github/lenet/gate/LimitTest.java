package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.gate.Limit.Bound;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

    @ParameterizedTest
    @CsvSource({
        "9899, 10000, 0.99, 0.9899 (9899/10000)",
        "98996, 100000, 0.99, 0.9899 (98996/100000)",
        "989999, 1000000, 0.99, 0.9899 (989999/1000000)",
        "98996, 100000, 0.98997, 0.98996 (98996/100000)",
        "499, 500, 1, 0.9980 (499/500)",
    })
    void aMissedMinimumNeverReadsAsReached(int count, int total, String minimum, String display) {
        var limit = new Limit(Bound.MINIMUM, Threshold.parse("minimum", minimum), Unit.SHARE);

        assertThat(limit.admits(new Proportion(count, total))).isFalse();
        assertThat(limit.display(new Proportion(count, total))).isEqualTo(display);
    }

    @ParameterizedTest
    @CsvSource({"0.05000001, false, 0.0501", "0.05, true, 0.0500", "0.0412345, true, 0.0413", "NaN, false, not a number"
    })
    void aMissedMaximumNeverReadsAsKept(double loss, boolean kept, String display) {
        var limit = new Limit(Bound.MAXIMUM, Threshold.parse("maximum", "0.05"), Unit.NATS);

        assertThat(limit.admits(new Quantity(loss))).isEqualTo(kept);
        assertThat(limit.display(new Quantity(loss))).isEqualTo(display);
    }

    @ParameterizedTest
    @CsvSource({"200000, true", "178911, false"})
    void aSizeIsDisplayedInWholeBytes(String maximum, boolean kept) {
        var limit = new Limit(Bound.MAXIMUM, Threshold.parse("maximum", maximum), Unit.BYTES);

        assertThat(limit.admits(new Quantity(178_912))).isEqualTo(kept);
        assertThat(limit.display(new Quantity(178_912))).isEqualTo("178912 bytes");
        assertThat(limit.display()).isEqualTo("maximum " + maximum + " bytes");
    }

    @Property
    void aQuantityOnTheLimitReadsAsTheLimit(@ForAll Bound bound, @ForAll @IntRange(max = 1_000_000) int millionths) {
        var limit = new Limit(bound, new Threshold(BigDecimal.valueOf(millionths, 6)), Unit.SHARE);
        var quantity = new Quantity(millionths / 1_000_000.0);

        assertThat(limit.admits(quantity)).isTrue();
        assertThat(limit.display(quantity)).isEqualTo(limit.displayThreshold());
    }

    @Property
    void whatIsDisplayedCompares(
            @ForAll Bound bound,
            @ForAll @IntRange(min = 1, max = 1_000_000) int total,
            @ForAll @IntRange int part,
            @ForAll @IntRange(max = 1_000_000) int millionths) {
        var limit = new Limit(bound, new Threshold(BigDecimal.valueOf(millionths, 6)), Unit.SHARE);
        var share = new Proportion(part % (total + 1), total);

        var displayed = new BigDecimal(limit.display(share).split(" ", -1)[0]);

        var order = displayed.compareTo(new BigDecimal(limit.displayThreshold()));
        assertThat(bound == Bound.MINIMUM ? order >= 0 : order <= 0).isEqualTo(limit.admits(share));
    }
}
