package io.github.lenet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.Sampler.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private static final SearchSpace SPACE = SearchSpace.parse(
            "epochs=3..30; batchSize=10..100 log;"
                    + " learningRate=0.00123456..0.0198765 log; weightDecay=0.01..0.05 step 0.02; schedule=step,cosine,constant");

    /** Whatever the trials gave, even if all of them failed. */
    @Property(tries = 200)
    void everyProposalIsAPointOfTheSpaceThatWasNotTried(@ForAll long seed, @ForAll @IntRange(max = 2) int failing) {
        var sampler = new Sampler(SPACE, seed);
        var costs = new SeededRandom(seed);
        var known = new ArrayList<Observation>();
        for (var trial = 1; trial <= 24; trial++) {
            var point = sampler.propose(trial, known, List.of());

            assertThat(known).extracting(Observation::point).doesNotContain(point);
            var values = SPACE.values(point);
            assertThat((Long) values.get("epochs")).isBetween(3L, 30L);
            assertThat((Long) values.get("batchSize")).isBetween(10L, 100L);
            assertThat((Double) values.get("learningRate")).isBetween(0.00123456, 0.0198765);
            assertThat(values.get("weightDecay")).isIn(0.01, 0.03, 0.05);
            assertThat(values.get("schedule")).isIn("step", "cosine", "constant");
            assertThat(SPACE.point(Hyperparameters.of(values))).isEqualTo(point);
            known.add(
                    new Observation(point, costs.nextInt(2) < failing ? Double.POSITIVE_INFINITY : costs.nextDouble()));
        }
    }

    @Test
    void aProposalDependsOnWhatIsKnownAndOnTheSeedAlone() {
        var known = IntStream.range(1, 10)
                .mapToObj(trial -> new Observation(new Sampler(SPACE, 5).propose(trial, List.of(), List.of()), trial))
                .toList();
        var other = new Sampler(SPACE, 42);
        other.propose(20, known, List.of());

        assertThat(other.propose(12, known, List.of()))
                .isEqualTo(new Sampler(SPACE, 42).propose(12, known, List.of()))
                .isNotEqualTo(new Sampler(SPACE, 42).propose(13, known, List.of()))
                .isNotEqualTo(new Sampler(SPACE, 43).propose(12, known, List.of()));
    }

    /** Four proposals from the same results are four different ones, and not four neighbours. */
    @Test
    void whatIsPendingIsAvoided() {
        var space = SearchSpace.parse("weightDecay=0..1");
        var known = IntStream.range(0, 40)
                .mapToObj(i -> new Observation(List.of(i / 40.0), Math.abs(i - 20)))
                .toList();
        var near = 0;
        var nearPending = 0;
        for (var trial = 40; trial < 140; trial++) {
            var sampler = new Sampler(space, trial);
            var first = sampler.propose(trial, known, List.of());
            near += isNear(first, sampler.propose(trial + 1, known, List.of())) ? 1 : 0;
            nearPending += isNear(first, sampler.propose(trial + 1, known, List.of(first, first, first))) ? 1 : 0;
        }

        assertThat(nearPending).isLessThan(near);
    }

    private static boolean isNear(List<Double> a, List<Double> b) {
        return Math.abs(a.get(0) - b.get(0)) < 0.03;
    }

    @Test
    void theFirstTrialsFillTheSpace() {
        var sampler = new Sampler(SearchSpace.parse("weightDecay=0..1; learningRate=0.001..1"), 3);
        var points = IntStream.range(1, 10)
                .mapToObj(trial -> sampler.propose(trial, List.of(), List.of()))
                .toList();

        for (var third = 0; third < 3; third++) {
            var low = third / 3.0;
            assertThat(points)
                    .filteredOn(point -> point.get(1) >= low && point.get(1) < low + 1 / 3.0)
                    .hasSize(3);
        }
        assertThat(points).filteredOn(point -> point.get(0) < 0.5).hasSizeBetween(4, 5);
    }

    @Test
    void drawsHaveTheDensityThatIsSaid() {
        var range = new TruncatedNormal(0.9, 0.3);
        var random = new SeededRandom(1);
        var count = 200_000;
        var cells = new int[10];
        for (var i = 0; i < count; i++) {
            cells[(int) (10 * range.draw(random))]++;
        }

        for (var cell = 0; cell < 10; cell++) {
            var mass = 0.0;
            for (var part = 0; part < 100; part++) {
                mass += range.density((cell + (part + 0.5) / 100) / 10) / 1000;
            }
            assertThat(cells[cell] / (double) count).isCloseTo(mass, within(0.004));
        }
    }

    @Test
    void drawsFromAListHaveTheProbabilityThatIsSaid() {
        var list =
                SearchSpace.parse("schedule=step,cosine,constant").dimensions().get(0);
        var kernel = list.kernel(1, 4, 1);
        var random = new SeededRandom(1);
        var counts = new HashMap<Double, Integer>();
        IntStream.range(0, 100_000).forEach(i -> counts.merge(kernel.draw(random), 1, Integer::sum));

        // Of five kernels, the prior among them, each gives a fifth to every value: (1 + 1/5) / (1 + 3/5).
        assertThat(kernel.density(1)).isCloseTo(0.75, within(1e-15));
        assertThat(kernel.density(0)).isCloseTo(0.125, within(1e-15));
        assertThat(list.prior().density(2)).isCloseTo(1 / 3.0, within(1e-15));
        for (var value : Map.of(0.0, 0.125, 1.0, 0.75, 2.0, 0.125).entrySet()) {
            assertThat(counts.get(value.getKey()) / 100_000.0).isCloseTo(value.getValue(), within(0.005));
        }
    }
}
