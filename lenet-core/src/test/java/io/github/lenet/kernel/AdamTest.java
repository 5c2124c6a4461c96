package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.NetworkState;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdamTest {

    private static final int SIZE = 53;

    @Test
    void agreesWithTheFormulaInDoublePrecision() {
        var random = new SplittableRandom(1);
        var adam = new Adam(SIZE);
        float[] parameters = new float[SIZE];
        double[] expected = new double[SIZE];
        double[] m = new double[SIZE];
        double[] v = new double[SIZE];
        for (var t = 1; t <= 5; t++) {
            float[] gradient = new float[SIZE];
            for (var i = 0; i < SIZE; i++) {
                gradient[i] = (float) random.nextDouble(-1, 1);
                m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                var step = 0.01 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                expected[i] -= step * m[i] / (Math.sqrt(v[i]) + 1e-8);
            }
            adam.next(0.01);
            adam.apply(parameters, gradient, 0, 20);
            adam.apply(parameters, gradient, 20, SIZE);
        }

        var state = adam.state(parameters, new float[0]).updaterState();
        for (var i = 0; i < SIZE; i++) {
            assertThat((double) parameters[i]).isCloseTo(expected[i], within(1e-6));
            assertThat((double) state[i]).isCloseTo(m[i], within(1e-6));
            assertThat((double) state[SIZE + i]).isCloseTo(v[i], within(1e-6));
        }
        assertThat(adam.steps()).isEqualTo(5);
    }

    @Test
    void goesOnFromAState() {
        float[] parameters = {1, 2};
        float[] restoredParameters = {1, 2};
        var adam = new Adam(2);
        adam.next(0.1);
        adam.apply(new float[2], new float[] {3, -4}, 0, 2);
        var restored = new Adam(2);
        restored.restore(adam.state(parameters, new float[0]), adam.steps());

        adam.next(0.1);
        adam.apply(parameters, new float[] {5, 6}, 0, 2);
        restored.next(0.1);
        restored.apply(restoredParameters, new float[] {5, 6}, 0, 2);

        assertThat(restoredParameters).isEqualTo(parameters).isNotEqualTo(new float[] {1, 2});
    }

    @Test
    void beginsAnewFromAStateWithoutItsMemory() {
        float[] parameters = {1, 2};
        float[] others = {1, 2};
        var used = new Adam(2);
        used.next(0.1);
        used.apply(new float[2], new float[] {3, -4}, 0, 2);
        used.restore(new NetworkState(parameters.clone(), null), 0);
        var fresh = new Adam(2);

        for (var adam : List.of(used, fresh)) {
            adam.next(0.1);
        }
        used.apply(parameters, new float[] {5, 6}, 0, 2);
        fresh.apply(others, new float[] {5, 6}, 0, 2);

        assertThat(parameters).isEqualTo(others);
        assertThat(used.steps()).isEqualTo(1);
    }

    @Test
    void refusesTheStateOfAnotherNetwork() {
        var adam = new Adam(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.restore(new NetworkState(new float[3], null), 0))
                .withMessage("a state of 3 parameters is none for 2");
    }
}
