package io.github.lenet.page;

import io.github.lenet.evaluation.Calibration;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.report.Numbers;
import java.util.List;

/** The answers of about one probability, in a page. */
record BinRow(String range, int count, int correct, String share, String interval, String meanConfidence) {

    /** The bins that hold answers. */
    static List<BinRow> of(Calibration calibration) {
        return calibration.bins().stream()
                .filter(bin -> bin.count() > 0)
                .map(BinRow::of)
                .toList();
    }

    private static BinRow of(Calibration.Bin bin) {
        var right = new Proportion(bin.correct(), bin.count());
        return new BinRow(
                Numbers.share(bin.lower()) + " to " + Numbers.share(bin.upper()),
                bin.count(),
                bin.correct(),
                Numbers.share(right),
                Numbers.range(Confidence.DEFAULT.interval(right)),
                Numbers.share(bin.meanConfidence()));
    }
}
