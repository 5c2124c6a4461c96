package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Architecture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededParametersTest {

    // Where the layers of lenet5 begin in the flat vector. Convolutions have their bias first, dense layers last.
    private static final int C3 = 156;
    private static final int C5 = C3 + 2416;
    private static final int F6 = C5 + 256 * 120 + 120;
    private static final int OUTPUT = F6 + 120 * 84 + 84;

    @Test
    void weightsBeforeAReluFillTheBoundOfHe() {
        var parameters = SeededParameters.of(Architecture.named("lenet5"), new SeededRandom(1));

        assertUniform(parameters, 6, C3, Math.sqrt(6.0 / 25));
        assertUniform(parameters, C3 + 16, C5, Math.sqrt(6.0 / 150));
        assertUniform(parameters, C5, C5 + 256 * 120, Math.sqrt(6.0 / 256));
        assertUniform(parameters, F6, F6 + 120 * 84, Math.sqrt(6.0 / 120));
    }

    @Test
    void weightsElsewhereFillTheBoundOfGlorot() {
        var relu = SeededParameters.of(Architecture.named("lenet5"), new SeededRandom(1));
        var tanh = SeededParameters.of(Architecture.named("lenet5-1998"), new SeededRandom(1));

        assertUniform(relu, OUTPUT, OUTPUT + 84 * 10, Math.sqrt(6.0 / (84 + 10)));
        assertUniform(tanh, 6, C3, Math.sqrt(6.0 / (25 + 6 * 25)));
        assertUniform(tanh, C3 + 16, C5, Math.sqrt(6.0 / (150 + 16 * 25)));
    }

    @Test
    void biasesAreZero() {
        var parameters = SeededParameters.of(Architecture.named("lenet5"), new SeededRandom(1));

        assertThat(IntStream.range(0, parameters.length)
                        .filter(i -> parameters[i] == 0)
                        .toArray())
                .containsExactly(IntStream.of(0, C3, C5 + 256 * 120, F6 + 120 * 84, OUTPUT + 84 * 10)
                        .mapToObj(bias -> IntStream.range(bias, bias + biasLength(bias)))
                        .flatMapToInt(range -> range)
                        .toArray());
    }

    @Test
    void aSeedGivesTheSameParametersForEver() {
        var parameters = SeededParameters.of(Architecture.named("lenet5"), new SeededRandom(42));

        assertThat(new float[] {parameters[6], parameters[7], parameters[OUTPUT]})
                .containsExactly(0.23668428f, -0.3332184f, -0.031297117f);
    }

    private static int biasLength(int bias) {
        return switch (bias) {
            case 0 -> 6;
            case C3 -> 16;
            case F6 - 120 -> 120;
            case OUTPUT - 84 -> 84;
            default -> 10;
        };
    }

    private static void assertUniform(float[] parameters, int from, int to, double bound) {
        var weights = IntStream.range(from, to).mapToDouble(i -> parameters[i]).summaryStatistics();
        assertThat(weights.getMax()).isBetween(0.9 * bound, bound);
        assertThat(weights.getMin()).isBetween(-bound, -0.9 * bound);
        // The mean of n uniform numbers has the standard deviation bound / sqrt(3 n); four of them are never met by
        // chance.
        assertThat(weights.getAverage()).isCloseTo(0, within(4 * bound / Math.sqrt(3.0 * weights.getCount())));
    }
}
