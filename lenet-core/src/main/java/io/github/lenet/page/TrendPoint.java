package io.github.lenet.page;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.Numbers;
import io.github.lenet.text.Printable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A build of a trend in a chart.
 *
 * @param number its place in the history, from 1
 * @param label what it is called
 * @param least where the true accuracy begins
 * @param most where it ends
 * @param interval both, ready to be read
 * @param loss null if it is not known
 */
record TrendPoint(
        int number,
        String label,
        double accuracy,
        double least,
        double most,
        String interval,
        @Nullable Double loss,
        boolean passed) {

    static TrendPoint of(TrendRow row, HistoryEntry build) {
        var accuracy = new Proportion(build.correct(), build.total());
        var interval = Confidence.DEFAULT.interval(accuracy);
        var known = Stream.of("version " + row.version(), "commit " + row.commit(), row.time())
                .filter(text -> !text.endsWith(Numbers.UNDEFINED))
                .map(Printable::name);
        return new TrendPoint(
                row.number(),
                Stream.concat(Stream.of("build " + row.number() + (row.current() ? " (this one)" : "")), known)
                        .collect(Collectors.joining(", ")),
                accuracy.value(),
                interval.lower(),
                interval.upper(),
                row.interval(),
                build.loss(),
                build.passed());
    }
}
