package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
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

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void deeplearningDoesTheSameWithItsOwnConfiguration(String name) {
        var architecture = Architecture.named(name);
        var hyperparameters = SeedRecipe.of(name).weightDecay(0.9).build();
        var initial = SeededParameters.of(architecture, new SeededRandom(1));
        var batch = TestBatches.of(SyntheticDigits.train(32, 1), 0, 32);
        try (var ours = new KernelArithmetic(architecture, initial.clone(), 0.9, 1);
                var without = new KernelArithmetic(architecture, initial.clone(), 0, 1);
                var stock = new DeeplearningArithmetic(
                        architecture, NetworkConfiguration.of(architecture, hyperparameters), initial.clone())) {
            for (var learningRate : new double[] {0.001, 0.0005, 0.0005}) {
                var score = ours.step(batch, learningRate);
                without.step(batch, learningRate);

                // The loss is that of the images alone, as without decay.
                assertThat(stock.step(batch, learningRate).loss()).isCloseTo(score.loss(), within(1e-2));
            }

            assertThat(ours.parameters()).containsExactly(stock.parameters(), within(1e-4f));
            assertThat(distance(ours.parameters(), without.parameters())).isGreaterThan(2e-4);
        }
    }

    private static WeightDecay decay(Architecture architecture, double coefficient) {
        var decay = new WeightDecay(WeightRange.of(architecture), coefficient);
        decay.next(0.5);
        return decay;
    }

    private static double distance(float[] some, float[] others) {
        return IntStream.range(0, some.length)
                .mapToDouble(i -> Math.abs(some[i] - others[i]))
                .max()
                .orElseThrow();
    }
}
