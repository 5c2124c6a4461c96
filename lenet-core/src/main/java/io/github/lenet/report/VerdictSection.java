package io.github.lenet.report;

import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import java.util.List;

/**
 * What the template {@code verdict.html} fills in: a verdict, ready to be read.
 *
 * @param reasons what is not met, or that everything is
 */
record VerdictSection(
    String name, boolean passed, List<String> reasons, List<String> warnings, List<RuleRow> rules) {

  /**
   * A rule.
   *
   * @param interval the two-sided confidence interval, or a dash if none was asked for
   */
  record RuleRow(String subject, String limit, String value, String interval, boolean passed, String outcome) {}

  static VerdictSection of(String name, Verdict verdict) {
    return new VerdictSection(
        name,
        verdict.passed(),
        reasons(verdict),
        verdict.warnings(),
        verdict.rules().stream().map(VerdictSection::row).toList());
  }

  private static List<String> reasons(Verdict verdict) {
    int rules = verdict.rules().size();
    return verdict.passed()
        ? List.of(rules == 1 ? verdict.rules().get(0).message() : "All " + rules + " rules are met.")
        : verdict.violations().stream().map(RuleResult::message).toList();
  }

  private static RuleRow row(RuleResult result) {
    return new RuleRow(
        result.subject().describe(),
        result.limit().display(),
        result.displayValue(),
        result.bound() == null ? Numbers.UNDEFINED : Numbers.interval(result.bound().interval()),
        result.passed(),
        result.outcome().title());
  }
}
