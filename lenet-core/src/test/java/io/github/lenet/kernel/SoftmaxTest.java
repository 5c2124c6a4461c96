package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {

    @Test
    void isStableForExtremeLogits() {
        float[] logits = {1e4f, -1e4f, 1e4f};

        var normalizer = Softmax.apply(logits, new double[3]);

        assertThat(logits).containsExactly(0.5f, 0, 0.5f);
        assertThat(normalizer).isCloseTo(1e4 + Math.log(2), within(1e-9));
    }

    @Test
    void lossOfACertainMistakeIsTheDistanceOfTheLogits() {
        float[] logits = {-1e4f, 1e4f};

        assertThat(Softmax.apply(logits, new double[2]) - -1e4).isEqualTo(2e4);
    }

    @Test
    void prefersTheFirstOfEqualValues() {
        float[] values = {1, 2, 2, 3};

        assertThat(Softmax.argMax(values, 0, 3)).isEqualTo(1);
        assertThat(Softmax.argMax(values, 1, 2)).isZero();
        assertThat(Softmax.argMax(values, 1, 3)).isEqualTo(2);
    }
}
