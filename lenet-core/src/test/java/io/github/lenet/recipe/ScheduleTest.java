package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void constantKeepsTheStepSize() {
        assertThat(IntStream.range(0, 100)).allMatch(step -> Schedule.CONSTANT.learningRate(0.003, step, 100) == 0.003);
    }

    @Test
    void stepDividesByTenAfterHalfAndAfterThreeQuarters() {
        assertThat(Schedule.STEP.learningRate(0.5, 0, 100)).isEqualTo(0.5);
        assertThat(Schedule.STEP.learningRate(0.5, 49, 100)).isEqualTo(0.5);
        assertThat(Schedule.STEP.learningRate(0.5, 50, 100)).isEqualTo(0.05);
        assertThat(Schedule.STEP.learningRate(0.5, 74, 100)).isEqualTo(0.05);
        assertThat(Schedule.STEP.learningRate(0.5, 75, 100)).isEqualTo(0.005);
        assertThat(Schedule.STEP.learningRate(0.5, 99, 100)).isEqualTo(0.005);
    }

    @Test
    void cosineFallsFromTheStepSizeTowardsZero() {
        assertThat(Schedule.COSINE.learningRate(0.003, 0, 300)).isEqualTo(0.003);
        assertThat(Schedule.COSINE.learningRate(0.003, 100, 300)).isCloseTo(0.00225, within(1e-15));
        assertThat(Schedule.COSINE.learningRate(0.003, 150, 300)).isCloseTo(0.0015, within(1e-15));
        assertThat(Schedule.COSINE.learningRate(0.003, 299, 300)).isPositive().isLessThan(1e-7);
        assertThat(IntStream.range(1, 300))
                .allMatch(step ->
                        Schedule.COSINE.learningRate(1, step, 300) < Schedule.COSINE.learningRate(1, step - 1, 300));
    }

    @Test
    void cosineStaysPositiveToTheEndOfTheLongestTraining() {
        var steps = Hyperparameters.MAXIMUM_EPOCHS * 1875;

        assertThat(Schedule.COSINE.learningRate(0.003, steps - 1, steps)).isPositive();
    }

    @Test
    void hasTheNamesOfThePom() {
        assertThat(Schedule.names()).containsExactly("constant", "step", "cosine");
        assertThat(Schedule.names())
                .allSatisfy(name -> assertThat(Schedule.named(name)).hasToString(name));
    }

    @Test
    void refusesAnUnknownName() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Schedule.named("COSINE"))
                .withMessageContaining("schedule is COSINE")
                .withMessageContaining("is unknown, perhaps you mean cosine; known are constant, step, cosine");
    }
}
