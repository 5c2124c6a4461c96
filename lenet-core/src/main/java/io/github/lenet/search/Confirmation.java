package io.github.lenet.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a trial gave with fresh seeds.
 *
 * @param trial the trial
 * @param outcomes one for each fresh seed, in the same order for all trials
 */
record Confirmation(Trial trial, List<TrialOutcome> outcomes) {

    /** Quantile of the standard normal distribution for a two-sided interval at {@link Difference#LEVEL}. */
    private static final double QUANTILE = 1.959963984540054;

    /** The one that is best on average; the first one, if all failed. */
    static Confirmation best(List<Confirmation> confirmations, Objective objective) {
        return confirmations.stream()
                .min(Comparator.comparingDouble(confirmation -> confirmation.mean(objective::cost)))
                .orElseThrow();
    }

    /**
     * By how much the loss of a training varies with its seed: two seeds of one finalist say little about it, so those
     * of all are pooled.
     *
     * @param confirmations at least one
     * @return the standard deviation; 0 if all failed
     */
    static double seedDeviation(List<Confirmation> confirmations) {
        return StrictMath.sqrt(confirmations.stream()
                .filter(confirmation -> !confirmation.isFailed())
                .mapToDouble(Confirmation::varianceOfLosses)
                .average()
                .orElse(0));
    }

    private double varianceOfLosses() {
        var mean = mean(TrialOutcome::lossOrThrow);
        return outcomes.stream()
                        .mapToDouble(outcome -> (outcome.lossOrThrow() - mean) * (outcome.lossOrThrow() - mean))
                        .sum()
                / (outcomes.size() - 1);
    }

    boolean isFailed() {
        return outcomes.stream().anyMatch(TrialOutcome::isFailed);
    }

    Finalist finalist() {
        if (isFailed()) {
            return new Finalist(trial.values(), trial.number(), null, null);
        }
        var losses = outcomes.stream().mapToDouble(TrialOutcome::lossOrThrow).summaryStatistics();
        return new Finalist(
                trial.values(),
                trial.number(),
                new Finalist.Spread(mean(TrialOutcome::lossOrThrow), losses.getMin(), losses.getMax()),
                mean(TrialOutcome::accuracyOrThrow));
    }

    private double mean(ToDoubleFunction<TrialOutcome> value) {
        return outcomes.stream().mapToDouble(value).sum() / outcomes.size();
    }

    /**
     * By how much the loss of an image is higher here than there, on the same images with the same seeds.
     *
     * @param other another trial
     * @param seedDeviation what {@link #seedDeviation} gives for all finalists
     * @return the difference; null if it is the same trial, or if one of the trainings failed
     */
    @Nullable
    Difference differenceTo(Confirmation other, double seedDeviation) {
        if (trial.number() == other.trial.number() || isFailed() || other.isFailed()) {
            return null;
        }
        var all = new ArrayList<Double>();
        var means = new ArrayList<Double>();
        for (var seed = 0; seed < outcomes.size(); seed++) {
            var here = outcomes.get(seed).imageLosses();
            var there = other.outcomes.get(seed).imageLosses();
            if (here.isEmpty() || here.size() != there.size()) {
                throw new IllegalStateException(here.size() + " and " + there.size()
                        + " losses of images cannot be compared: both trainings hold out the same images");
            }
            var differences = new ArrayList<Double>();
            for (var image = 0; image < here.size(); image++) {
                differences.add(here.get(image) - there.get(image));
            }
            means.add(mean(differences));
            all.addAll(differences);
        }
        var mean = mean(all);
        var squares = all.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        var margin = QUANTILE * StrictMath.sqrt(squares / (all.size() - 1) / all.size());
        return new Difference(mean, mean - margin, mean + margin, means, seedDeviation);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum() / values.size();
    }
}
