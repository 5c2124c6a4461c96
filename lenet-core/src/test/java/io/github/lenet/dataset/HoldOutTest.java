package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lenet.fixtures.SyntheticDigits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldOutTest {

    /** Each image shows its own index, so that a test can tell them apart. */
    private static Dataset numbered(int... labels) {
        var pixels = new byte[labels.length];
        var bytes = new byte[labels.length];
        for (var i = 0; i < labels.length; i++) {
            pixels[i] = (byte) i;
            bytes[i] = (byte) labels[i];
        }
        return new Dataset("numbered", "train", 1, 1, pixels, bytes, List.of("a", "b", "c"));
    }

    @Test
    void holdsOutTheShareOfEveryClass() {
        var parts = SyntheticDigits.train(200, 7).stratifiedHoldOut(0.25, 42);

        assertThat(parts.validation().classCounts()).containsOnly(5);
        assertThat(parts.training().classCounts()).containsOnly(15);
        assertThat(parts.training().split()).isEqualTo("train");
        assertThat(parts.validation().split()).isEqualTo("validation");
    }

    @Test
    void everyImageIsInExactlyOnePartAndKeepsItsOrder() {
        var parts = numbered(0, 1, 0, 1, 0, 1, 0, 1).stratifiedHoldOut(0.5, 3);

        assertThat(parts.training().pixels())
                .isSorted()
                .hasSize(4)
                .doesNotContain(parts.validation().pixels());
        assertThat(parts.validation().pixels()).isSorted().hasSize(4);
    }

    @Test
    void theSeedDecides() {
        var digits = SyntheticDigits.train(200, 7);

        var first = digits.stratifiedHoldOut(0.1, 1).validation().pixels();

        assertThat(digits.stratifiedHoldOut(0.1, 1).validation().pixels()).isEqualTo(first);
        assertThat(digits.stratifiedHoldOut(0.1, 2).validation().pixels()).isNotEqualTo(first);
    }

    @Test
    void aSmallClassIsOnBothSidesAndASingleImageIsTrainedOn() {
        var parts = numbered(0, 0, 1, 2, 2, 2).stratifiedHoldOut(0.01, 1);

        assertThat(parts.training().classCounts()).containsExactly(1, 1, 2);
        assertThat(parts.validation().classCounts()).containsExactly(1, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void refusesAShareThatLeavesNothing(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbered(0, 0).stratifiedHoldOut(fraction, 1))
                .withMessageContaining("not " + fraction);
    }
}
