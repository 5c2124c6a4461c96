package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Architecture;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightDecayTest {

    private static final Architecture LENET5 = Architecture.named("lenet5");

    /** What is no weight is a bias, and a network begins with biases of 0. */
    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void everyWeightDecaysAndNoBias(String name) {
        var architecture = Architecture.named(name);
        var initial = SeededParameters.of(architecture, new SeededRandom(1));
        var parameters = new float[architecture.parameterCount()];
        Arrays.fill(parameters, 1);

        decay(architecture, 0.1).apply(parameters, null, 0, parameters.length);

        assertThat(IntStream.range(0, parameters.length))
                .allMatch(i -> parameters[i] == (initial[i] == 0 ? 1 : (float) (1 - 0.5 * 0.1)));
    }

    @Property(tries = 100)
    void rangesThatThreadsShareGiveTheSameAsOne(
            @ForAll @IntRange(max = 44_426) int first, @ForAll @IntRange(max = 44_426) int second) {
        var whole = SeededParameters.of(LENET5, new SeededRandom(1));
        var divided = whole.clone();

        decay(LENET5, 0.1).apply(whole, null, 0, whole.length);
        decay(LENET5, 0.1).apply(divided, null, 0, Math.min(first, second));
        decay(LENET5, 0.1).apply(divided, null, Math.min(first, second), Math.max(first, second));
        decay(LENET5, 0.1).apply(divided, null, Math.max(first, second), divided.length);

        assertThat(divided).isEqualTo(whole);
    }

    @Test
    void withoutDecayNoBitChanges() {
        var parameters = SeededParameters.of(LENET5, new SeededRandom(1));

        decay(LENET5, 0).apply(parameters, null, 0, parameters.length);

        assertThat(parameters).isEqualTo(SeededParameters.of(LENET5, new SeededRandom(1)));
    }

    private static WeightDecay decay(Architecture architecture, double coefficient) {
        var decay = new WeightDecay(architecture.network(), coefficient);
        decay.next(0.5);
        return decay;
    }
}
