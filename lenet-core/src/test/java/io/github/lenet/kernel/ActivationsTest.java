package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.Activation;
import org.junit.jupiter.api.Test;

class ActivationsTest {

    private static final float TINY = Float.MIN_VALUE;

    @Test
    void tangentIsThatOfJava() {
        for (var x = -12F; x < 12; x += 0.00037f) {
            assertThat((double) Tanh.of(x)).isCloseTo(StrictMath.tanh(x), within(4e-7));
        }
        assertThat(Tanh.of(0)).isZero();
        assertThat(Tanh.of(Float.POSITIVE_INFINITY)).isCloseTo(1, within(4e-7f));
        assertThat(Tanh.of(1e-20f)).isCloseTo(1e-20f, within(1e-26f));
    }

    @Test
    void rectifierIsZeroForNegativeValues() {
        float[] values = {-3, -TINY, 0, TINY, 3};

        Activations.apply(Activation.RELU, values, 4);

        assertThat(values).containsExactly(0, 0, 0, TINY, 3);
    }

    @Test
    void rectifierPassesTheGradientOfPositiveOutputsOnly() {
        float[] gradients = {5, 6, -7, 8};

        Activations.differentiate(Activation.RELU, gradients, new float[] {0, TINY, 1e30f, 0}, 3);

        assertThat(gradients).containsExactly(0, 6, -7, 8);
    }

    @Test
    void indicatorsAreExact() {
        assertThat(Indicator.below(1, 1)).isZero();
        assertThat(Indicator.below(0, TINY)).isEqualTo(1);
        assertThat(Indicator.below(-1e30f, 1e30f)).isEqualTo(1);
        assertThat(Indicator.below(Math.nextDown(1f), 1)).isEqualTo(1);
    }
}
