package io.github.lenet.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.recipe.Hyperparameters;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same search as that of {@code reference.py}, an implementation of the same formulas in another language, which
 * wrote {@code reference.csv} and names the sources.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceTest {

    private static final SearchSpace SPACE = SearchSpace.parse("epochs=6..15; batchSize=16..128 log;"
            + " learningRate=0.0001..0.03 log; schedule=step,cosine; weightDecay=0..0.1;"
            + " augmentation=none,shift,affine; warmup=0..500 step 50");

    private static final Map<String, Double> NAMED =
            Map.of("step", 0.03, "cosine", 0.02, "none", 0.04, "shift", 0.01, "affine", 0.0);

    private List<List<String>> rows = List.of();

    @BeforeAll
    void read() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("reference.csv"))) {
            rows = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        }
    }

    private static double loss(Hyperparameters hyperparameters) {
        var rate = hyperparameters.learningRate() / 0.003;
        var batch = hyperparameters.batchSize() / 40.0;
        var decay = hyperparameters.weightDecay() - 0.02;
        var warmup = hyperparameters.warmup() / 1000.0;
        var shape = 0.01 * (rate + 1.0 / rate) + 0.005 * (batch + 1.0 / batch) + 2.0 * decay * decay + 0.001 * warmup;
        return (shape + NAMED.get(hyperparameters.schedule()) + NAMED.get(hyperparameters.augmentation()))
                * (1.0 + 1.0 / hyperparameters.epochs());
    }

    private Tuning search(long seed) {
        // The last row of a seed is the importance.
        var options = new SearchOptions(rows(seed).size() - 1, Objective.LOSS, Pruning.HALVING, 1);
        return new Search(SPACE, Map.of("seed", seed), options).run(new Surface(ReferenceTest::loss, 0));
    }

    private List<List<String>> rows(long seed) {
        return rows.stream()
                .filter(row -> row.get(0).equals(Long.toString(seed)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {42, -7, 123456789})
    void everyProposalIsThatOfTheReference(long seed) {
        var expected = rows(seed);

        var trials = search(seed).trials();

        assertThat(trials).hasSize(expected.size() - 1);
        for (var trial : trials) {
            var row = expected.get(trial.number());
            var values = trial.values().values().stream()
                    .map(value -> value instanceof Number number ? Double.valueOf(number.doubleValue()) : value)
                    .toList();
            assertThat(values)
                    .as("trial %d", trial.number())
                    .isEqualTo(row.subList(2, row.size() - 2).stream()
                            .map(ReferenceTest::value)
                            .toList());
            assertThat(trial.rung()).isEqualTo(Integer.parseInt(row.get(row.size() - 2)));
            assertThat(trial.loss()).isEqualTo(Double.valueOf(row.get(row.size() - 1)));
        }
    }

    private static Object value(String text) {
        return Character.isLetter(text.charAt(0)) ? text : Double.valueOf(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {42, -7, 123456789})
    void theImportanceIsThatOfTheReference(long seed) {
        var row = rows(seed).get(rows(seed).size() - 1);

        var importance = search(seed).importance();

        assertThat(importance.keySet()).containsExactlyElementsOf(SPACE.texts().keySet());
        var shares = importance.values().iterator();
        for (var expected : row.subList(2, row.size() - 2)) {
            assertThat(shares.next()).isCloseTo(Double.parseDouble(expected), within(1e-9));
        }
    }

    /** The table of the standard normal distribution, as in Abramowitz and Stegun, 26.1, to fifteen places. */
    @Test
    void theNormalDistributionIsThatOfTheTables() {
        assertThat(TruncatedNormal.below(0)).isEqualTo(0.5);
        assertThat(TruncatedNormal.below(1)).isCloseTo(0.841344746068543, within(1e-15));
        assertThat(TruncatedNormal.below(-1)).isCloseTo(0.158655253931457, within(1e-15));
        assertThat(TruncatedNormal.below(2)).isCloseTo(0.977249868051821, within(1e-15));
        assertThat(TruncatedNormal.below(-3)).isCloseTo(0.001349898031630, within(1e-15));
        assertThat(Arrays.asList(TruncatedNormal.below(-40), TruncatedNormal.below(40)))
                .containsExactly(0.0, 1.0);
    }
}
