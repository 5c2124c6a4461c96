package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Warns of classes without a test image: an accuracy says nothing about them. */
public final class Coverage {

    private Coverage() {}

    /**
     * Names the classes that no image shows.
     *
     * @param evaluation the numbers of the main evaluation
     * @param further those of the further ones, which are named only where they lack other classes
     * @return a sentence for each evaluation without a full stop; empty if every class has an image
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
        return List.copyOf(warnings);
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
