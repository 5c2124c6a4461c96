package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.fixtures.SeedRecipe;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LearningRatesTest {

    @ParameterizedTest
    @EnumSource
    void withoutAWarmUpTheyAreThoseOfTheSchedule(Schedule schedule) {
        var rates = rates(schedule, 0, 300);

        assertThat(IntStream.range(0, 300).mapToDouble(rates::at))
                .containsExactly(IntStream.range(0, 300)
                        .mapToObj(step -> schedule.learningRate(0.003, step, 300))
                        .toArray(Double[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void riseInEqualStridesToTheFirstOfTheSchedule(Schedule schedule) {
        var rates = rates(schedule, 99, 300);

        assertThat(rates.at(0)).isCloseTo(0.00003, within(1e-18));
        assertThat(rates.at(1)).isCloseTo(0.00006, within(1e-18));
        assertThat(rates.at(98)).isCloseTo(0.00297, within(1e-18));
        assertThat(rates.at(99)).isEqualTo(0.003);
    }

    @Test
    void theScheduleCoversTheStepsThatAreLeft() {
        var rates = rates(Schedule.COSINE, 100, 300);

        assertThat(rates.at(200)).isCloseTo(0.0015, within(1e-15));
        assertThat(rates.at(299)).isPositive().isEqualTo(Schedule.COSINE.learningRate(0.003, 199, 200));
    }

    /** PyTorch 1.13.1: SequentialLR of LinearLR(start_factor=1/4, total_iters=3) and CosineAnnealingLR(T_max=5). */
    @Test
    void areThoseOfPyTorch() {
        var rates = rates(Schedule.COSINE, 3, 8);
        var expected = new double[] {
            0.00075,
            0.0015,
            0.00225,
            0.003,
            0.002713525491562421,
            0.001963525491562421,
            0.0010364745084375786,
            0.00028647450843757887
        };

        assertThat(IntStream.range(0, 8).mapToDouble(rates::at).toArray()).containsExactly(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"4, 10, 4", "5, 10, 5", "6, 10, 5", "200, 10, 5", "200, 11, 5", "200, 1, 0", "0, 10, 0"})
    void aWarmUpTakesAtMostHalfOfTheSteps(int warmup, int steps, int taken) {
        assertThat(rates(Schedule.COSINE, warmup, steps).warmup()).isEqualTo(taken);
    }

    private static LearningRates rates(Schedule schedule, int warmup, int steps) {
        return LearningRates.of(
                SeedRecipe.of("lenet5")
                        .with("learningRate", 0.003)
                        .with("schedule", schedule)
                        .with("warmup", warmup)
                        .build(),
                steps);
    }
}
