package io.github.lenet.maven.verification;

import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.Coverage;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.Metric;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import io.github.lenet.maven.gate.FurtherEvaluation;
import java.util.ArrayList;
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

    /** Whether there is nothing to check at all. */
    boolean isEmpty() {
        return baseline == null && areWithoutRules();
    }

    /** Whether there is nothing to check but the baseline. */
    boolean areWithoutRules() {
        return rules.isEmpty() && evaluations.isEmpty();
    }

    /** Whether a rule says how many images there must be at least. */
    boolean haveMinimumOfImages() {
        return rules.stream()
                .anyMatch(rule -> rule.metric() == Metric.IMAGES && rule.limit().bound() == Bound.MINIMUM);
    }

    /** Refuses rules that can be asked of no model with these classes. */
    void requireFitting(List<String> classNames) {
        rules.forEach(rule -> rule.requireFitting(classNames));
        evaluations.forEach(evaluation -> evaluation.gate().requireFitting(classNames));
    }

    /** Refuses rules that can be asked of no images with these slices. */
    void requireSlices(List<String> sliceNames) {
        rules.forEach(rule -> rule.requireSlices(sliceNames));
    }

    /**
     * Everything that was demanded, held against what was measured.
     *
     * @param evaluation the numbers
     * @param comparison the comparison with the baseline, or null if there is none
     * @param further what the rules for other images say
     * @param known what the reader must know
     * @return the verdict
     */
    Verdict verdict(
            Evaluation evaluation, @Nullable Comparison comparison, List<RuleResult> further, List<String> known) {
        var results = new ArrayList<RuleResult>();
        var warnings = new ArrayList<>(known);
        rules.forEach(rule -> results.addAll(rule.check(null, evaluation)));
        warnings.addAll(Coverage.tooFewImages(results));
        if (comparison != null && baseline != null) {
            results.addAll(baseline.policy().check(comparison));
            warnings.addAll(baseline.policy().warnings(comparison));
        }
        results.addAll(further);
        return new Verdict(results, warnings);
    }
}
