package io.github.lenet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.search.Sampler.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialsTest {

    /** One trial for each list of losses, rung by rung; one that is not finite is a failure. */
    private static List<Trial> batch(double[]... losses) {
        var batch = new ArrayList<Trial>();
        for (var ofTrial : losses) {
            var trial = new Trial(batch.size(), Map.of(), List.of((double) batch.size()));
            for (var loss : ofTrial) {
                trial.add(
                        1,
                        Double.isFinite(loss)
                                ? TrialOutcome.measured(loss, 0.9, List.of(), 1)
                                : TrialOutcome.failed("it diverged", 1));
            }
            batch.add(trial);
        }
        return batch;
    }

    private static double[] losses(double... losses) {
        return losses;
    }

    private static Trials trials(int rungs, List<Trial> batch) {
        var trials = new Trials(Objective.LOSS, rungs);
        trials.addAll(batch);
        return trials;
    }

    @Test
    void aTrialThatStoppedCountsAsIfItHadGainedWhatOthersDid() {
        var trials = trials(
                3,
                batch(
                        losses(10, 8, 7),
                        losses(10, 6, 4),
                        losses(10, 5),
                        losses(10, 1.5, Double.NaN),
                        losses(20),
                        losses(Double.NaN)));

        // The gains of the first rung are 2, 4, 5 and 8.5, those of the second 1 and 2.
        assertThat(trials.observations())
                .extracting(Observation::cost)
                .containsExactly(7.0, 4.0, 3.5, Double.POSITIVE_INFINITY, 14.0, Double.POSITIVE_INFINITY);
    }

    @Test
    void whereNobodyWentOnThereIsNoGain() {
        assertThat(trials(2, batch(losses(3), losses(2))).observations())
                .extracting(Observation::cost)
                .containsExactly(3.0, 2.0);
    }

    @Test
    void theBestThirdOfAllGoesOnIfItIsOfThisBatch() {
        var first = batch(losses(1), losses(2), losses(3), losses(Double.NaN));
        var trials = trials(2, first);
        assertThat(trials.goingOn(first, 1)).containsExactly(first.get(0));

        var second = batch(losses(1.5), losses(2.5), losses(2));
        trials.addAll(second);
        // Two of seven: 1 of the first batch, and 1.5.
        assertThat(trials.goingOn(second, 1)).containsExactly(second.get(0));
        assertThat(trials.goingOn(second, 2)).isEmpty();

        var third = batch(losses(9), losses(2));
        trials.addAll(third);
        // Three of nine; of equal ones, the first to be tried goes on.
        assertThat(trials.goingOn(third, 1)).isEmpty();
    }

    @Test
    void whatFailedDoesNotGoOn() {
        var batch = batch(losses(Double.NaN), losses(Double.NaN));

        assertThat(trials(2, batch).goingOn(batch, 1)).isEmpty();
    }

    @Test
    void finalistsAreThePresentValuesAndThoseThatWentFurthest() {
        var batch = batch(losses(9), losses(1), losses(3, 2.5), losses(3, Double.NaN), losses(0.5), losses(3, 2));
        var trials = trials(2, batch);

        assertThat(trials.finalists(3)).containsExactly(batch.get(0), batch.get(5), batch.get(2), batch.get(4));
        assertThat(trials.finalists(9)).hasSize(5).doesNotContain(batch.get(3));
        assertThat(trials.observations().get(4).cost()).isCloseTo(-0.25, within(1e-12));
    }
}
