package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Confusion;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict as a few lines of GitHub-flavoured Markdown, for the summary of a job or a comment on a pull request. */
final class MarkdownSummary {

    private static final int MOST_CONFUSIONS = 5;

    private MarkdownSummary() {}

    static String text(String name, Verification verification) {
        var evaluation = verification.evaluation();
        var paragraphs = verdict(name, verification.verdict());
        paragraphs.add("Accuracy on " + numbers(evaluation));
        verification.evaluations().forEach(further -> paragraphs.add(numbers(further)));
        if (verification.baseline() != null) {
            paragraphs.add(baseline(verification.baseline()));
        }
        var confusions = Confusion.mostFrequent(evaluation, MOST_CONFUSIONS);
        if (!confusions.isEmpty()) {
            paragraphs.add("Most frequent mistakes: " + confusions(confusions));
        }
        var model = evaluation.model();
        paragraphs.add(format(
                "Model: %s, %sSHA-256 `%s`",
                Markdown.escape(model.title()),
                model.parameters() == null ? "" : model.parameters() + " parameters, ",
                model.sha256()));
        return text(paragraphs);
    }

    static String text(String name, Aggregation aggregation) {
        var paragraphs = verdict(name, aggregation.verdict());
        aggregation.evaluations().forEach(named -> paragraphs.add(numbers(named)));
        return text(paragraphs);
    }

    private static String text(List<String> paragraphs) {
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static List<String> verdict(String name, Verdict verdict) {
        var headline = verdict.passed() ? "## ✅ %s passed its gate" : "## ❌ %s failed its gate";
        var paragraphs = new ArrayList<>(List.of(format(headline, Markdown.escape(name)), rules(verdict.rules())));
        verdict.warnings().forEach(warning -> paragraphs.add("⚠️ " + Markdown.escape(warning) + "."));
        return paragraphs;
    }

    private static String rules(List<RuleResult> results) {
        var header = "| Rule | Value | Two-sided interval | Limit | Result |\n| --- | --- | --- | --- | --- |\n";
        return results.stream().map(MarkdownSummary::row).collect(Collectors.joining("\n", header, ""));
    }

    private static String row(RuleResult result) {
        return format(
                "| %s | %s | %s | %s | %s %s |",
                Markdown.escape(result.subject().describe()),
                result.displayValue(),
                result.bound() == null ? "" : Numbers.interval(result.bound().interval()),
                result.limit().display(),
                mark(result),
                result.outcome().title());
    }

    private static String mark(RuleResult result) {
        return switch (result.outcome()) {
            case PASSED -> "✅";
            case WARNED -> "⚠️";
            case MISSED, ERROR -> "❌";
        };
    }

    private static String numbers(NamedEvaluation named) {
        return Markdown.escape(named.name()) + ": accuracy on " + numbers(named.evaluation());
    }

    private static String numbers(Evaluation evaluation) {
        var accuracy = evaluation.accuracy();
        var interval = Confidence.DEFAULT.interval(accuracy);
        var loss = evaluation.loss();
        return format(
                "%s: **%s** (%s confidence: %s)%s.",
                Markdown.escape(evaluation.dataset().describe()),
                Numbers.share(accuracy),
                interval.displayLevel(),
                Numbers.range(interval),
                loss.isPresent() ? ", loss " + Numbers.loss(loss.getAsDouble()) + " nats" : "");
    }

    private static String baseline(Comparison comparison) {
        var name = Markdown.escape(comparison.name());
        return comparison.isSameArchive()
                ? format("Baseline: %s, the same archive as the model, so nothing was compared.", name)
                : format(
                        "Baseline: %s with **%s**; images gained: %s, lost: %s.",
                        name,
                        Numbers.share(comparison.baseline().accuracy()),
                        comparison.gained().size(),
                        comparison.lost().size());
    }

    private static String confusions(List<Confusion> confusions) {
        return confusions.stream()
                .map(confusion -> format(
                        "%s taken for %s (%s)",
                        Markdown.escape(confusion.actual()), Markdown.escape(confusion.answer()), confusion.images()))
                .collect(Collectors.joining(", ", "", "."));
    }
}
