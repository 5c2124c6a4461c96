package io.github.lenet.page;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.Numbers;
import java.util.Objects;

/**
 * A build of a trend in a page. What is not known is a dash.
 *
 * @param number its place in the history, from 1
 * @param current whether the page is about it
 * @param commit the first digits of the commit
 * @param digest the first digits of the SHA-256 of the model
 */
record TrendRow(
        int number,
        boolean current,
        String version,
        String commit,
        String time,
        String model,
        String digest,
        String accuracy,
        String interval,
        String loss,
        boolean passed) {

    /** As many as Git shows. */
    private static final int SHOWN_DIGITS = 7;

    static TrendRow of(int number, HistoryEntry build, boolean current) {
        var accuracy = new Proportion(build.correct(), build.total());
        return new TrendRow(
                number,
                current,
                Objects.requireNonNullElse(build.version(), Numbers.UNDEFINED),
                shortened(Objects.requireNonNullElse(build.commit(), Numbers.UNDEFINED)),
                build.time(),
                build.model().title(),
                shortened(build.model().sha256()),
                Numbers.share(accuracy),
                Numbers.range(Confidence.DEFAULT.interval(accuracy)),
                Numbers.loss(build.loss()),
                build.passed());
    }

    private static String shortened(String digits) {
        return digits.substring(0, Math.min(SHOWN_DIGITS, digits.length()));
    }
}
