package io.github.lenet.gate;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a model is good enough, and why. It passes if every rule does.
 *
 * @param rules the result of each rule on each evaluation, at least one
 * @param warnings what the reader must know but does not affect the decision, such as a test set that is too small
 */
public record Verdict(List<RuleResult> rules, List<String> warnings) {

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException if there is no result: a verdict over nothing would be a pass
     */
    public Verdict {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a verdict needs the result of at least one rule");
        }
    }

    /**
     * A verdict without warnings.
     *
     * @param rules the result of each rule, at least one
     */
    public Verdict(List<RuleResult> rules) {
        this(rules, List.of());
    }

    /**
     * The decision.
     *
     * @return true if every rule is met
     */
    public boolean passed() {
        return rules.stream().allMatch(RuleResult::passed);
    }

    /**
     * The rules that are not met.
     *
     * @return their results; empty if the verdict is passed
     */
    public List<RuleResult> violations() {
        return rules.stream().filter(result -> !result.passed()).toList();
    }

    /**
     * Why the build fails, for its log: every violation, and where to read on.
     *
     * @param report the HTML report, as the reader of the log can open it
     * @return one line for one violation, a list for several
     * @throws IllegalStateException if the verdict is passed
     */
    public String failureMessage(String report) {
        var violations = violations();
        if (violations.isEmpty()) {
            throw new IllegalStateException("the verdict is passed");
        }
        if (violations.size() == 1) {
            return violations.get(0).message() + " See " + report;
        }
        var headline = violations.size() + " of " + rules.size() + " rules are not met:";
        return violations.stream()
                .map(violation -> "\n  " + violation.message())
                .collect(Collectors.joining("", headline, "\n  See " + report));
    }
}
