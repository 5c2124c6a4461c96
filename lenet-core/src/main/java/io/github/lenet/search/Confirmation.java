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
     * @return the difference; null if it is the same trial, or if one of the trainings failed
     */
    @Nullable
    Difference differenceTo(Confirmation other) {
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
        return new Difference(mean, mean - margin, mean + margin, List.copyOf(means));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum() / values.size();
    }
}
