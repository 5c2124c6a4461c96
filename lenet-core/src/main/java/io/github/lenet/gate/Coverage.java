package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Warns of what the test images say nothing, or too little, about. */
public final class Coverage {

    private Coverage() {}

    /**
     * Names the classes that no image shows, and counts the images that belong to no slice, although there are some.
     *
     * @param evaluation the numbers of the main evaluation
     * @param further those of the further ones, which are named only where they lack other classes
     * @return a sentence for each evaluation without a full stop; empty if every class has an image, and every image a
     *     slice
     */
    public static List<String> warnings(Evaluation evaluation, List<NamedEvaluation> further) {
        var absent = absent(evaluation.confusionMatrix());
        var warnings = new ArrayList<String>();
        warning(evaluation, absent).ifPresent(warnings::add);
        for (var other : further) {
            var others = absent(other.evaluation().confusionMatrix());
            if (!others.equals(absent)) {
                warning(other.evaluation(), others)
                        .map(warning -> other.name() + ": " + warning)
                        .ifPresent(warnings::add);
            }
        }
        withoutSlice(evaluation).ifPresent(warnings::add);
        return List.copyOf(warnings);
    }

    private static Optional<String> withoutSlice(Evaluation evaluation) {
        return evaluation
                .slices()
                .filter(slices -> slices.withoutRow() > 0)
                .map(slices -> format(
                        "%s has no row for %s of the images of %s, so no slice holds %s",
                        slices.file(),
                        slices.withoutRow(),
                        evaluation.dataset().describe(),
                        slices.withoutRow() == 1 ? "it" : "them"));
    }

    /**
     * Names the slices that would fail the model if they had more images.
     *
     * @param results the results of all rules
     * @return one sentence without a full stop; empty if there is no such slice
     */
    public static List<String> tooFewImages(List<RuleResult> results) {
        var warned = results.stream()
                .filter(result -> result.outcome() == Outcome.WARNED)
                .map(result -> result.subject().describe())
                .toList();
        return warned.isEmpty()
                ? List.of()
                : List.of(format(
                        "%s a limit, which is only a warning below the <minimumImages> of the rule: %s",
                        warned.size() == 1 ? "1 slice misses" : warned.size() + " slices miss", English.list(warned)));
    }

    private static List<String> absent(ConfusionMatrix matrix) {
        return IntStream.range(0, matrix.classNames().size())
                .filter(label -> matrix.support(label) == 0)
                .mapToObj(matrix.classNames()::get)
                .toList();
    }

    private static Optional<String> warning(Evaluation evaluation, List<String> absent) {
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(format(
                "%s has no image of %s, so nothing is known of %s",
                evaluation.dataset().describe(), English.classes(absent), absent.size() == 1 ? "it" : "them"));
    }
}
