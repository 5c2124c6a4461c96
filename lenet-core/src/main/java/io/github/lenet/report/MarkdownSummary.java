package io.github.lenet.report;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import java.util.stream.Collectors;

/** A verdict as a few lines of GitHub-flavoured Markdown, for the summary of a job or a comment on a pull request. */
final class MarkdownSummary {

  private static final int MOST_CONFUSIONS = 5;

  private MarkdownSummary() {}

  static String text(String name, Evaluation evaluation, Verdict verdict) {
    var accuracy = evaluation.accuracy();
    var interval = accuracy.wilsonInterval(Evaluation.CONFIDENCE_LEVEL);
    return String.join(
        "\n",
        (verdict.passed() ? "## ✅ %s passed its gate" : "## ❌ %s failed its gate").formatted(escape(name)),
        "",
        "| Metric | Value | Limit | Result |",
        "| --- | --- | --- | --- |",
        verdict.rules().stream().map(MarkdownSummary::row).collect(Collectors.joining("\n")),
        "",
        "Accuracy on %s: **%s** (%s confidence: %s), loss %s nats."
            .formatted(
                escape(evaluation.dataset().describe()),
                Numbers.percent(accuracy),
                Numbers.level(interval),
                Numbers.range(interval),
                Numbers.loss(evaluation.loss())),
        confusions(evaluation),
        "Model: %s, %s parameters, SHA-256 `%s`"
            .formatted(
                escape(evaluation.model().architecture()),
                evaluation.model().parameters(),
                evaluation.model().sha256()),
        "");
  }

  private static String row(RuleResult result) {
    return "| %s | %s | %s | %s %s |"
        .formatted(
            result.rule().metric().title(),
            result.displayValue(),
            result.rule().limit().display(),
            result.passed() ? "✅" : "❌",
            result.outcome().title());
  }

  private static String confusions(Evaluation evaluation) {
    var confusions = Confusion.mostFrequent(evaluation, MOST_CONFUSIONS);
    if (confusions.isEmpty()) {
      return "";
    }
    return confusions.stream()
        .map(confusion -> "%s taken for %s (%s)"
            .formatted(escape(confusion.actual()), escape(confusion.answer()), confusion.images()))
        .collect(Collectors.joining(", ", "\nMost frequent mistakes: ", ".\n"));
  }

  /** Makes a name that somebody chose plain text: Markdown and the HTML inside it have no power in it. */
  private static String escape(String text) {
    return text.replaceAll("\\R", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("[\\\\`*_{}\\[\\]()#+!|~>@-]", "\\\\$0");
  }
}
