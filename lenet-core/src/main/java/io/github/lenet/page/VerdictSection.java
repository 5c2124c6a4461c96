package io.github.lenet.page;

import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.gate.Verdict;
import io.github.lenet.report.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * What the templates {@code head.html}, {@code verdict.html} and {@code rules.html} fill in: a verdict, ready to be
 * read.
 *
 * @param state CSS class: {@code passed}, {@code failed} or {@code unjudged}
 * @param mark a character for the title of the window
 * @param headline the outcome, for example {@code ✓ passed}
 * @param reasons what is not met, or that everything is
 */
record VerdictSection(
        String name,
        String state,
        String mark,
        String headline,
        List<String> reasons,
        List<String> warnings,
        List<RuleRow> rules) {

    /**
     * A rule.
     *
     * @param state CSS class: {@code passed}, {@code failed} or {@code warning}
     * @param mark a character for it
     * @param interval the two-sided confidence interval, or a dash if none was asked for
     */
    record RuleRow(
            String subject, String limit, String value, String interval, String state, String mark, String outcome) {}

    boolean judged() {
        return !rules.isEmpty();
    }

    /** The section of an evaluation that a gate may have been asked about. */
    static VerdictSection of(String name, Optional<Verdict> verdict) {
        return verdict.map(taken -> of(name, taken))
                .orElseGet(() -> new VerdictSection(
                        name, "unjudged", "–", "not judged", List.of("No gate was asked."), List.of(), List.of()));
    }

    static VerdictSection of(String name, Verdict verdict) {
        var state = verdict.passed() ? "passed" : "failed";
        var mark = verdict.passed() ? "✓" : "✗";
        return new VerdictSection(
                name,
                state,
                mark,
                mark + " " + state,
                reasons(verdict),
                verdict.warnings(),
                verdict.rules().stream().map(VerdictSection::row).toList());
    }

    private static List<String> reasons(Verdict verdict) {
        var rules = verdict.rules().size();
        if (!verdict.passed()) {
            return verdict.violations().stream().map(RuleResult::message).toList();
        }
        if (rules == 1) {
            return List.of(verdict.rules().get(0).message());
        }
        var warned = verdict.rules().stream()
                .filter(result -> result.outcome() == Outcome.WARNED)
                .count();
        return List.of(
                warned == 0
                        ? "All " + rules + " rules are met."
                        : rules - warned + " of " + rules + " rules are met, and the others are only warnings.");
    }

    private static RuleRow row(RuleResult result) {
        return switch (result.outcome()) {
            case PASSED -> row(result, "passed", "✓");
            case WARNED -> row(result, "warning", "⚠");
            case MISSED, ERROR -> row(result, "failed", "✗");
        };
    }

    private static RuleRow row(RuleResult result, String state, String mark) {
        return new RuleRow(
                result.subject().describe(),
                result.limit().display(),
                result.displayValue(),
                result.bound() == null
                        ? Numbers.UNDEFINED
                        : Numbers.interval(result.bound().interval()),
                state,
                mark,
                result.outcome().title());
    }
}
