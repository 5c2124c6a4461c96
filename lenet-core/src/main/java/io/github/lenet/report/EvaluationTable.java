package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.text.Printable;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An evaluation as plain text, for a log or a terminal. */
public final class EvaluationTable {

    private static final int DECIMALS = 4;
    private static final int SHOWN_DIGITS = 12;
    private static final int SHORTEST_COLUMN = 4;
    private static final String UNDEFINED = "-";

    private final Evaluation evaluation;
    private final ConfusionMatrix matrix;
    private final List<String> classNames;
    private final int nameWidth;

    private EvaluationTable(Evaluation evaluation) {
        this.evaluation = evaluation;
        matrix = evaluation.confusionMatrix();
        classNames = matrix.classNames().stream().map(Printable::name).toList();
        nameWidth = classNames.stream().mapToInt(String::length).reduce("class".length(), Math::max);
    }

    /**
     * Lays an evaluation out: accuracy and loss, a row of metrics for each class and each slice, and the confusion
     * matrix. Shares are rounded down and losses up, as in every report.
     *
     * @param evaluation the numbers
     * @return the lines, each without a line break; only the matrix grows wider with the number of classes
     */
    public static List<String> lines(Evaluation evaluation) {
        var table = new EvaluationTable(evaluation);
        return Stream.of(table.summary(), List.of(""), table.classes(), table.slices(), List.of(""), table.matrix())
                .flatMap(List::stream)
                .map(String::stripTrailing)
                .toList();
    }

    private List<String> summary() {
        var accuracy = evaluation.accuracy();
        var interval = Confidence.DEFAULT.interval(accuracy);
        var lines = new ArrayList<String>();
        var model = evaluation.model();
        lines.add(format(
                "%s (%ssha256 %s...) on %s",
                Printable.of(model.title()),
                model.parameters() == null ? "" : model.parameters() + " parameters, ",
                model.sha256().substring(0, SHOWN_DIGITS),
                Printable.of(evaluation.dataset().describe())));
        lines.add(format(
                "accuracy  %s (%d/%d), %s confidence: %s to %s",
                accuracy.display(DECIMALS, RoundingMode.FLOOR),
                accuracy.count(),
                accuracy.total(),
                interval.displayLevel(),
                new Quantity(interval.lower()).display(DECIMALS, RoundingMode.FLOOR),
                new Quantity(interval.upper()).display(DECIMALS, RoundingMode.CEILING)));
        evaluation
                .loss()
                .ifPresent(loss -> lines.add("loss      " + (Double.isNaN(loss) ? UNDEFINED : Numbers.loss(loss))));
        var unanswered = matrix.unanswered();
        if (unanswered > 0) {
            lines.add(format(
                    "%d %s no answer: the arithmetic of the model ends in NaN",
                    unanswered, unanswered == 1 ? "image has" : "images have"));
        }
        return lines;
    }

    private List<String> classes() {
        var row = "%-" + nameWidth + "s  %-9s  %-6s  %-6s  %7s";
        var lines = new ArrayList<String>();
        lines.add(format(row, "class", "precision", "recall", "F1", "support"));
        for (var label = 0; label < classNames.size(); label++) {
            lines.add(format(
                    row,
                    classNames.get(label),
                    share(matrix.precision(label)),
                    share(matrix.recall(label)),
                    share(matrix.f1(label)),
                    matrix.classes().get(label).support()));
        }
        return lines;
    }

    /** After an empty line, a row for each slice; nothing if there are none. */
    private List<String> slices() {
        var rows = SliceRow.of(evaluation);
        if (rows.isEmpty()) {
            return List.of();
        }
        var width = rows.stream()
                .mapToInt(row -> Printable.name(row.name()).length())
                .reduce("slice".length(), Math::max);
        var row = "%-" + width + "s  %-8s  %-16s  %7s";
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(format(row, "slice", "accuracy", Confidence.DEFAULT.display(), "images"));
        for (var slice : rows) {
            var accuracy = slice.accuracy();
            lines.add(format(row, Printable.name(slice.name()), accuracy.value(), accuracy.interval(), slice.images()));
        }
        return lines;
    }

    private List<String> matrix() {
        var counts = matrix.counts();
        var largest = Stream.of(counts).flatMapToInt(Arrays::stream).max().orElse(0);
        // Wide enough for every count and for names as short as digits; longer names are cut.
        var width = Math.max(String.valueOf(largest).length(), SHORTEST_COLUMN);
        var lines = new ArrayList<String>();
        lines.add("confusion matrix: a row for each true class, a column for each answer");
        var header = new StringBuilder(" ".repeat(nameWidth));
        classNames.forEach(name -> header.append(cell(name.substring(0, Math.min(name.length(), width)), width)));
        lines.add(header.toString());
        for (var label = 0; label < counts.length; label++) {
            var line = new StringBuilder(format("%-" + nameWidth + "s", classNames.get(label)));
            for (int count : counts[label]) {
                line.append(cell(count == 0 ? "." : String.valueOf(count), width));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String cell(String text, int width) {
        return format("  %" + width + "s", text);
    }

    private static String share(Optional<Proportion> share) {
        return share.map(value -> value.display(DECIMALS, RoundingMode.FLOOR)).orElse(UNDEFINED);
    }
}
