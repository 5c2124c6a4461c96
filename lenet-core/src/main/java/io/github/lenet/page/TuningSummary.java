package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.report.Fact;
import io.github.lenet.report.HyperparameterList;
import io.github.lenet.report.Numbers;
import io.github.lenet.search.Advice;
import io.github.lenet.search.Difference;
import io.github.lenet.search.Finalist;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.TrialResult.State;
import io.github.lenet.search.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a log says about a search, and the page in its first lines. */
public final class TuningSummary {

    private TuningSummary() {}

    /**
     * Why the values of the POM are to be changed or kept.
     *
     * @param tuning what the search gave
     * @return a sentence
     */
    public static String reason(Tuning tuning) {
        var best = tuning.best();
        var current = tuning.current();
        var difference = tuning.difference();
        if (best.loss() == null) {
            return "Every finalist failed with fresh seeds, the present values among them.";
        }
        if (current.loss() == null) {
            return format(
                    "The present values failed with fresh seeds; those of trial %d did not, and have a loss of %s.",
                    best.trial(), loss(best));
        }
        if (difference == null) {
            return format(
                    "With fresh seeds, nothing that was tried is better than the present values, with their loss of %s.",
                    loss(current));
        }
        var losses = format("%s instead of %s", loss(best), loss(current));
        if (tuning.advice() == Advice.CHANGE) {
            return format(
                    "With fresh seeds, trial %d has a loss of %s; the difference of %s is below 0 with every seed and with"
                            + " %.0f %% confidence over the images, and beyond the %s that seeds alone explain.",
                    best.trial(),
                    losses,
                    Numbers.loss(difference.mean()),
                    Difference.LEVEL * 100,
                    Numbers.loss(difference.explainedBySeeds()));
        }
        return difference.mean() < 0
                ? format(
                        "With fresh seeds, trial %d has a loss of %s, but it is not better for sure: %s.",
                        best.trial(), losses, String.join("; ", doubts(difference)))
                : format(
                        "With fresh seeds, trial %d is the best by accuracy, but has a loss of %s.",
                        best.trial(), losses);
    }

    /** What speaks against a difference, as {@link Difference} judges it. */
    private static List<String> doubts(Difference difference) {
        var doubts = new ArrayList<String>();
        if (-difference.mean() <= difference.explainedBySeeds()) {
            doubts.add(format("seeds alone explain a difference of %s", Numbers.loss(difference.explainedBySeeds())));
        }
        if (difference.seeds().stream().anyMatch(seed -> seed >= 0)) {
            doubts.add("a seed says the opposite");
        }
        if (difference.upper() >= 0) {
            doubts.add(format("the %.0f %% interval over the images reaches above 0", Difference.LEVEL * 100));
        }
        return doubts;
    }

    private static String loss(Finalist finalist) {
        return Numbers.loss(finalist.loss() == null ? null : finalist.loss().mean());
    }

    /**
     * The best values as a part of a POM, which serves {@code train} and a direct call alike.
     *
     * @param tuning what the search gave
     * @return the lines of an element {@code <properties>}
     */
    public static List<String> properties(Tuning tuning) {
        var properties = HyperparameterList.of(tuning.best().values()).stream()
                .map(entry -> format("  <lenet.%1$s>%2$s</lenet.%1$s>", entry.name(), entry.value()));
        return Stream.of(Stream.of("<properties>"), properties, Stream.of("</properties>"))
                .flatMap(lines -> lines)
                .toList();
    }

    /** What was searched, and how. */
    static List<Fact> facts(String dataset, Tuning tuning) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Data set", dataset + "; measured on training images that were held out"));
        tuning.space().forEach((name, values) -> facts.add(new Fact(name, values)));
        facts.add(new Fact("Objective", tuning.objective().toString()));
        facts.add(new Fact("Trials", trials(tuning.trials())));
        facts.add(new Fact(
                "Time of their trainings",
                format(
                        "%.0f s",
                        tuning.trials().stream()
                                .mapToDouble(TrialResult::seconds)
                                .sum())));
        facts.add(new Fact("Seed", String.valueOf(tuning.seed())));
        return facts;
    }

    private static String trials(List<TrialResult> trials) {
        var counts = trials.stream().collect(Collectors.groupingBy(TrialResult::state, Collectors.counting()));
        return Stream.of(State.values())
                .filter(counts::containsKey)
                .map(state -> counts.get(state) + " " + state)
                .collect(Collectors.joining(", ", trials.size() + ": ", ""));
    }
}
