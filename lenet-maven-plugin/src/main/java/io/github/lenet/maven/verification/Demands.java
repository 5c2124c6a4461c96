package io.github.lenet.maven.verification;

import io.github.lenet.gate.Rule;
import io.github.lenet.maven.gate.FurtherEvaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of a model.
 *
 * @param rules the rules for the test images of its data set, perhaps none
 * @param evaluations other images to measure it on, each with its own rules
 * @param baseline the model that it must not be worse than, or null
 */
public record Demands(
        List<Rule> rules,
        List<FurtherEvaluation> evaluations,
        @Nullable BaselineRequest baseline) {

    /** Keeps copies of the lists. */
    public Demands {
        rules = List.copyOf(rules);
        evaluations = List.copyOf(evaluations);
    }

    /** Whether there is anything to check at all. */
    boolean isEmpty() {
        return rules.isEmpty() && evaluations.isEmpty() && baseline == null;
    }

    /** Refuses rules that can be asked of no model with these classes. */
    void requireFitting(List<String> classNames) {
        rules.forEach(rule -> rule.requireFitting(classNames));
        evaluations.forEach(evaluation -> evaluation.gate().requireFitting(classNames));
    }
}
