package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.gate.Element;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.Metric;
import io.github.lenet.gate.Verdict;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Numbers;
import io.github.lenet.text.English;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the builds before this one have found under the same name and on the same data set, and this one at the end.
 *
 * @param notes what belongs to the numbers, and what does not
 * @param rows the builds, the oldest first
 * @param chart what the charts show of them
 */
record Trend(List<String> notes, List<TrendRow> rows, Chart chart) {

    /** Two years of builds on each working day; more would make a page slow, and could not be told apart. */
    private static final int MOST_BUILDS = 500;

    /**
     * What the charts show.
     *
     * @param points the builds, the oldest first
     * @param minimumAccuracy the limit of this build; null if there is none, as is the next one
     * @param maximumLoss that of the loss
     */
    record Chart(
            List<TrendPoint> points,
            @Nullable BigDecimal minimumAccuracy,
            @Nullable BigDecimal maximumLoss) {}

    /** The trend up to a verification, or null without a history or a verdict. */
    static @Nullable Trend of(String name, ModelPage page) {
        var verdict = page.evaluation().decision();
        return page.history().isEmpty() || verdict.isEmpty()
                ? null
                : of(page.history().get(), thisBuild(name, page.evaluation(), verdict.get()), verdict.get());
    }

    private static Trend of(HistoryFile.Content history, HistoryEntry thisBuild, Verdict verdict) {
        var series = history.entries().stream()
                .filter(entry -> entry.name().equals(thisBuild.name()))
                .filter(entry ->
                        entry.dataset().title().equals(thisBuild.dataset().title()))
                .toList();
        // The line that lenet:verify has just added, or would have added a second time.
        var isKept = !series.isEmpty() && isSameResult(series.get(series.size() - 1), thisBuild);
        var builds = isKept
                ? series
                : Stream.concat(series.stream(), Stream.of(thisBuild)).toList();
        var numbers = IntStream.rangeClosed(Math.max(0, builds.size() - MOST_BUILDS) + 1, builds.size());
        var rows = numbers.mapToObj(number -> TrendRow.of(number, builds.get(number - 1), number == builds.size()))
                .toList();
        var points = rows.stream()
                .map(row -> TrendPoint.of(row, builds.get(row.number() - 1)))
                .toList();
        return new Trend(
                notes(history, thisBuild, series.size(), builds.size()),
                rows,
                new Chart(
                        points,
                        limits(verdict, Metric.ACCURACY, Bound.MINIMUM)
                                .reduce(BigDecimal::max)
                                .orElse(null),
                        limits(verdict, Metric.LOSS, Bound.MAXIMUM)
                                .reduce(BigDecimal::min)
                                .orElse(null)));
    }

    /** This build as its line would be; the numbers of a verification do not say of which commit it was. */
    private static HistoryEntry thisBuild(String name, EvaluationReport report, Verdict verdict) {
        return new HistoryEntry(
                HistoryEntry.SCHEMA_VERSION,
                Numbers.UNDEFINED,
                null,
                null,
                name,
                report.dataset(),
                report.model(),
                report.correct(),
                report.total(),
                report.accuracy(),
                report.confidenceInterval(),
                report.loss() == null ? null : report.loss().nats(),
                verdict.passed());
    }

    private static boolean isSameResult(HistoryEntry entry, HistoryEntry other) {
        return entry.model().sha256().equals(other.model().sha256())
                && entry.correct() == other.correct()
                && entry.total() == other.total()
                && entry.passed() == other.passed();
    }

    /** What the model as a whole had to keep on the images that the history is about. */
    private static Stream<BigDecimal> limits(Verdict verdict, Metric metric, Bound bound) {
        return verdict.rules().stream()
                .filter(rule -> rule.subject().evaluation() == null
                        && rule.subject().element() == Element.MODEL
                        && rule.subject().metric().equals(metric.id())
                        && rule.limit().bound() == bound)
                .map(rule -> rule.limit().threshold().value());
    }

    private static List<String> notes(HistoryFile.Content history, HistoryEntry thisBuild, int kept, int builds) {
        var notes = new ArrayList<String>();
        var subject = format(
                "with the name %s on %s", thisBuild.name(), thisBuild.dataset().title());
        notes.add(
                builds == 1
                        ? format("The history has no build before this one %s.", subject)
                        : format("%s %s, the last of them this one.", English.count(builds, "build"), subject));
        if (builds > MOST_BUILDS) {
            notes.add(format("The last %d are shown.", MOST_BUILDS));
        }
        var others = history.entries().size() - kept;
        if (others > 0) {
            notes.add(format("The history also has %s of other names or data sets.", English.count(others, "build")));
        }
        if (!history.otherLines().isEmpty()) {
            notes.add(format(
                    "%s of it cannot be read.",
                    English.count(history.otherLines().size(), "line")));
        }
        return notes;
    }

    boolean limited() {
        return chart.minimumAccuracy() != null || chart.maximumLoss() != null;
    }

    boolean failing() {
        return rows.stream().anyMatch(row -> !row.passed());
    }

    /** Whether any build knows its loss. */
    boolean measured() {
        return chart.points().stream().anyMatch(point -> point.loss() != null);
    }
}
