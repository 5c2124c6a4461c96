package io.github.lenet.search;

import io.github.lenet.search.Sampler.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All trials of a search, and what follows from them together. */
final class Trials {

    private final Objective objective;
    private final int rungs;
    private final List<Trial> list = new ArrayList<>();

    /**
     * No trials.
     *
     * @param objective what to make better
     * @param rungs trainings of a trial that goes on to the end
     */
    Trials(Objective objective, int rungs) {
        this.objective = objective;
        this.rungs = rungs;
    }

    void addAll(List<Trial> batch) {
        list.addAll(batch);
    }

    int size() {
        return list.size();
    }

    Stream<Trial> stream() {
        return list.stream();
    }

    /**
     * Those of a batch that are among the best third of all, after the trainings of a rung. A trial of an earlier batch
     * does not come back: what the table says of it stays true, and drawn surfaces show no loss by that.
     */
    List<Trial> goingOn(List<Trial> batch, int rung) {
        if (rung == rungs) {
            return List.of();
        }
        var ranked = ranked(rung);
        var places = Math.max(1, ranked.size() / Pruning.FACTOR);
        var best = ranked.subList(0, Math.min(places, ranked.size()));
        return batch.stream()
                .filter(trial -> best.contains(trial) && !trial.last().isFailed())
                .toList();
    }

    /** The trials that had a training of a rung, the best one first. */
    private List<Trial> ranked(int rung) {
        return list.stream()
                .filter(trial -> trial.rung() >= rung)
                .sorted(Comparator.comparingDouble(trial -> cost(trial, rung)))
                .toList();
    }

    private double cost(Trial trial, int rung) {
        return objective.cost(trial.outcome(rung));
    }

    /** The present values, and the best others that did not fail: those that went furthest, and of these the best. */
    List<Trial> finalists(int others) {
        var best = list.stream()
                .skip(1)
                .filter(trial -> !trial.last().isFailed())
                .sorted(Comparator.<Trial>comparingInt(trial -> -trial.rung())
                        .thenComparingDouble(trial -> cost(trial, trial.rung())))
                .limit(others);
        return Stream.concat(list.stream().limit(1), best).toList();
    }

    /** What the sampler learns from: the trials that lie in the space. */
    List<Observation> observations() {
        return list.stream()
                .filter(trial -> !trial.point().isEmpty())
                .map(trial -> new Observation(trial.point(), expectedCost(trial)))
                .toList();
    }

    /** For a trial that stopped, the cost that it might have had in the end. */
    private double expectedCost(Trial trial) {
        var cost = cost(trial, trial.rung());
        for (var rung = trial.rung(); rung < rungs; rung++) {
            cost -= medianGain(rung);
        }
        return cost;
    }

    /** By how much the longer training is better, for those trials that had it; 0 if none had. */
    private double medianGain(int rung) {
        var gains = list.stream()
                .filter(trial -> trial.rung() > rung && !trial.outcome(rung + 1).isFailed())
                .mapToDouble(trial -> cost(trial, rung) - cost(trial, rung + 1))
                .sorted()
                .toArray();
        return gains.length == 0 ? 0 : (gains[(gains.length - 1) / 2] + gains[gains.length / 2]) / 2;
    }
}
