package io.github.lenet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AdviceTest {

    private static final Confirmation CURRENT =
            confirmation(0, List.of(1.0, 2.0, 3.0, 4.0), List.of(1.0, 1.0, 1.0, 1.0));

    private static final Confirmation FAILED =
            new Confirmation(trial(2), List.of(TrialOutcome.failed("it diverged", 1), measured(List.of(1.0))));

    private static Confirmation confirmation(int number, List<Double> ofSeed, List<Double> ofOtherSeed) {
        return new Confirmation(trial(number), List.of(measured(ofSeed), measured(ofOtherSeed)));
    }

    private static Trial trial(int number) {
        return new Trial(number, Map.of("batchSize", 32L), List.of());
    }

    private static TrialOutcome measured(List<Double> losses) {
        var mean = losses.stream().mapToDouble(loss -> loss).sum() / losses.size();
        return TrialOutcome.measured(mean, 1 / (1 + mean), losses, 1);
    }

    private static Advice advice(Confirmation best, Confirmation current) {
        return Advice.of(best, current, best.differenceTo(current, 0.01));
    }

    @Test
    void theIntervalIsThatOfTheMeanDifferenceImageByImage() {
        var best = confirmation(1, List.of(0.5, 1.0, 2.5, 3.0), List.of(0.8, 0.9, 0.5, 0.2));

        var difference = Objects.requireNonNull(best.differenceTo(CURRENT, 0.2));

        // Differences -0.5, -1, -0.5, -1, -0.2, -0.1, -0.5, -0.8: standard deviation 0.337004 with 7 degrees of
        // freedom.
        assertThat(difference.mean()).isCloseTo(-0.575, within(1e-12));
        assertThat(difference.lower()).isCloseTo(-0.575 - 1.959964 * 0.337004 / Math.sqrt(8), within(1e-6));
        assertThat(difference.upper()).isCloseTo(-0.575 + 1.959964 * 0.337004 / Math.sqrt(8), within(1e-6));
        assertThat(difference.seeds().get(0)).isCloseTo(-0.75, within(1e-12));
        assertThat(difference.seeds().get(1)).isCloseTo(-0.4, within(1e-12));
        assertThat(advice(best, CURRENT)).isEqualTo(Advice.CHANGE);
    }

    @Test
    void anIntervalThatReachesZeroIsNoReason() {
        var best = confirmation(1, List.of(1.0, 2.0, 3.0, 0.0), List.of(1.0, 1.0, 1.0, 0.9));

        assertThat(best.differenceTo(CURRENT, 0.2)).satisfies(difference -> {
            assertThat(difference.mean()).isNegative();
            assertThat(difference.upper()).isPositive();
        });
        assertThat(advice(best, CURRENT)).isEqualTo(Advice.KEEP);
    }

    @Test
    void aSeedThatDisagreesIsAReasonToKeep() {
        var best = confirmation(1, List.of(0.0, 1.0, 2.0, 3.0), List.of(1.01, 1.0, 1.0, 1.0));

        assertThat(advice(best, CURRENT)).isEqualTo(Advice.KEEP);
        assertThat(new Difference(-1, -1.5, -0.5, List.of(-2.0, 0.001), 0).isBetter())
                .isFalse();
        assertThat(new Difference(-1, -1.5, -0.5, List.of(-2.0, -0.001), 0).isBetter())
                .isTrue();
        assertThat(new Difference(-1, -2.5, 0, List.of(-2.0, -0.001), 0).isBetter())
                .isFalse();
    }

    /** Two seeds agree by chance, and the images of both are the same. */
    @Test
    void whatSeedsAloneExplainIsAReasonToKeep() {
        assertThat(new Difference(-1, -1.1, -0.9, List.of(-1.0, -1.0), 0.37).isBetter())
                .isFalse();
        assertThat(new Difference(-1, -1.1, -0.9, List.of(-1.0, -1.0), 0.35).isBetter())
                .isTrue();
    }

    @Test
    void whatSeedsVaryIsPooledOverAllFinalists() {
        var other = confirmation(1, List.of(0.5), List.of(0.7));

        // Losses of 2.5 and 1 with a variance of 1.125, and of 0.5 and 0.7 with one of 0.02.
        assertThat(Confirmation.seedDeviation(List.of(CURRENT, other, FAILED)))
                .isCloseTo(Math.sqrt((1.125 + 0.02) / 2), within(1e-12));
        assertThat(Confirmation.seedDeviation(List.of(FAILED))).isZero();
    }

    @Test
    void whatCanBeTrainedIsBetterThanWhatCannot() {
        var best = confirmation(1, List.of(5.0), List.of(5.0));

        assertThat(advice(best, FAILED)).isEqualTo(Advice.CHANGE);
        assertThat(advice(FAILED, FAILED)).isEqualTo(Advice.KEEP);
        assertThat(Confirmation.best(List.of(FAILED, best), Objective.LOSS)).isEqualTo(best);
        assertThat(FAILED.finalist()).isEqualTo(new Finalist(Map.of("batchSize", 32L), 2, null, null));
    }

    @Test
    void theBestMayBeThePresentValues() {
        var worse = confirmation(1, List.of(9.0, 9.0, 9.0, 9.0), List.of(1.0, 1.0, 1.0, 1.0));

        assertThat(Confirmation.best(List.of(CURRENT, worse), Objective.LOSS)).isEqualTo(CURRENT);
        assertThat(CURRENT.differenceTo(CURRENT, 1)).isNull();
        assertThat(advice(CURRENT, CURRENT)).isEqualTo(Advice.KEEP);
    }

    @Test
    void finalistsHaveTheSpreadOfTheirSeeds() {
        assertThat(CURRENT.finalist())
                .isEqualTo(new Finalist(
                        Map.of("batchSize", 32L), 0, new Finalist.Spread(1.75, 1.0, 2.5), (1 / 3.5 + 0.5) / 2));
    }

    @Test
    void otherImagesCannotBeCompared() {
        var fewer = confirmation(1, List.of(1.0, 2.0, 3.0), List.of(1.0, 1.0, 1.0));

        assertThatThrownBy(() -> fewer.differenceTo(CURRENT, 1))
                .hasMessageStartingWith("3 and 4 losses of images cannot");
    }

    @Test
    void anOutcomeIsEitherAMeasurementOrAFailure() {
        assertThatThrownBy(() -> TrialOutcome.measured(Double.NaN, 0.5, List.of(), 1))
                .hasMessageStartingWith("a loss of NaN and an accuracy of 0.5 are no measurement");
        assertThatThrownBy(() -> TrialOutcome.measured(1, 1.5, List.of(), 1)).hasMessageContaining("accuracy of 1.5");
        assertThatThrownBy(() -> new TrialOutcome(1.0, null, List.of(), null, 1))
                .hasMessageContaining("or else a failure");
        assertThatThrownBy(() -> new TrialOutcome(1.0, 0.5, List.of(), "but", 1))
                .hasMessageContaining("no measurement");
    }
}
