package io.github.lenet.page;

import io.github.lenet.evaluation.Calibration;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Proportion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bin of the reliability diagram.
 *
 * @param least where the true share of right answers begins; null without an answer, as are the next two
 * @param most where it ends
 * @param meanConfidence mean probability of the answers
 */
record BinPoint(
        double lower,
        double upper,
        int count,
        int correct,
        @Nullable Double least,
        @Nullable Double most,
        @Nullable Double meanConfidence) {

    static List<BinPoint> of(Calibration calibration) {
        return calibration.bins().stream().map(BinPoint::of).toList();
    }

    private static BinPoint of(Calibration.Bin bin) {
        var interval =
                bin.count() == 0 ? null : Confidence.DEFAULT.interval(new Proportion(bin.correct(), bin.count()));
        return new BinPoint(
                bin.lower(),
                bin.upper(),
                bin.count(),
                bin.correct(),
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                bin.meanConfidence());
    }
}
