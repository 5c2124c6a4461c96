package io.github.lenet.report;

import io.github.lenet.gate.Verdict;
import io.github.lenet.json.OmitEmpty;
import java.util.List;

/**
 * The gate's decision in {@code evaluation.json}.
 *
 * @param passed true if every rule is met
 * @param rules the rules in the order of the POM, a rule that looks at classes once for each class
 * @param warnings what the reader must know but does not affect the decision; left out if there is nothing
 */
public record VerdictReport(
        boolean passed, List<RuleReport> rules, @OmitEmpty List<String> warnings) {

    /**
     * Keeps copies; a file without warnings has none.
     *
     * @throws IllegalArgumentException if there is no rule, since nothing to check is no pass, or if they contradict
     *     the decision
     */
    public VerdictReport {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rules is empty, but a verdict needs the result of at least one rule");
        }
        if (passed != rules.stream().allMatch(RuleReport::passed)) {
            throw new IllegalArgumentException("passed is " + passed + ", which contradicts the rules");
        }
        warnings = List.copyOf(warnings);
    }

    static VerdictReport of(Verdict verdict) {
        return new VerdictReport(
                verdict.passed(), verdict.rules().stream().map(RuleReport::of).toList(), verdict.warnings());
    }
}
