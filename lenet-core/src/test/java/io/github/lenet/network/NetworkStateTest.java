package io.github.lenet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkStateTest {

    private static final float[] NONE = {};

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNotFinite(float number) {
        float[] bad = {1, number};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkState(bad, null))
                .withMessage("parameters has " + number + " at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkState(new float[1], bad))
                .withMessage("updaterState has " + number + " at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkState(new float[1], bad, null))
                .withMessage("statistics has " + number + " at index 1");
    }

    @Test
    void hasTwoMomentsForEachParameter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkState(new float[3], new float[5]))
                .withMessage("updaterState has 5 numbers instead of 6");
    }

    @Test
    void keepsTheFirstMomentsBeforeTheSecond() {
        var state = NetworkState.of(new float[] {1, 2}, new float[] {7}, new float[] {3, 4}, new float[] {5, 6});

        assertThat(state.updaterState()).containsExactly(3, 4, 5, 6);
        assertThat(state.firstMoments()).containsExactly(3, 4);
        assertThat(state.secondMoments()).containsExactly(5, 6);
    }

    @Test
    void losesTheMemoryOfAdamAndNothingElse() {
        var state = new NetworkState(new float[] {1}, new float[] {2}, new float[] {3, 4}).withoutUpdaterState();

        assertThat(state).isEqualTo(new NetworkState(new float[] {1}, new float[] {2}, null));
        assertThatNullPointerException().isThrownBy(state::firstMoments);
    }

    @Test
    void isEqualByItsNumbers() {
        var state = new NetworkState(new float[] {1}, new float[] {2, 3});

        assertThat(state)
                .isEqualTo(new NetworkState(new float[] {1}, new float[] {2, 3}))
                .hasSameHashCodeAs(new NetworkState(new float[] {1}, new float[] {2, 3}))
                .isNotEqualTo(new NetworkState(new float[] {1}, new float[] {2, 4}))
                .isNotEqualTo(new NetworkState(new float[] {0}, new float[] {2, 3}))
                .isNotEqualTo(new NetworkState(new float[] {1}, new float[] {1}, new float[] {2, 3}))
                .isNotEqualTo(state.withoutUpdaterState());
    }

    /** Its root would be no number, and neither would any answer. */
    @Test
    void refusesAVarianceBelowZero() {
        var network = Architecture.VGG6.network();
        var statistics = new float[network.statisticsCount()];
        // The means of the first sixteen planes, then their variances.
        statistics[0] = -1;
        var state = new NetworkState(new float[network.parameterCount()], statistics, null);

        assertThat(state.requireFor(network)).isSameAs(state);
        statistics[31] = -0.5f;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.requireFor(network))
                .withMessage("statistics has the variance -0.5 at index 31");
    }

    @Test
    void belongsToANetwork() {
        var network = Architecture.LENET5.network();
        var state = new NetworkState(new float[44_426], null);

        assertThat(state.requireFor(network)).isSameAs(state);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkState(new float[3], null).requireFor(network))
                .withMessage("parameters has 3 numbers instead of 44426");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkState(new float[44_426], new float[2], null).requireFor(network))
                .withMessage("statistics has 2 numbers instead of 0");
    }

    @Test
    void countsNoStepsWithoutTheMemoryOfAdam() {
        var forgetful = new NetworkState(NONE, null);

        assertThat(new TrainedState(forgetful, 0, 3).epochs()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainedState(forgetful, 1, 3))
                .withMessage("1 steps need the state of Adam after them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainedState(forgetful, 0, -1))
                .withMessage("0 steps and -1 epochs are no training");
    }
}
