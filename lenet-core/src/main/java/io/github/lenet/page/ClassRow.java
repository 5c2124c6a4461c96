package io.github.lenet.page;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.report.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The metrics of a class in a page.
 *
 * @param precisionInterval where the true precision lies; empty if there is none
 * @param recallInterval where the true recall lies; empty if there is none
 */
record ClassRow(
        String label,
        String precision,
        String precisionInterval,
        String recall,
        String recallInterval,
        String f1,
        int support) {

    static List<ClassRow> of(ConfusionMatrix matrix) {
        var metrics = matrix.classes();
        return IntStream.range(0, metrics.size())
                .mapToObj(label -> new ClassRow(
                        metrics.get(label).label(),
                        Numbers.share(metrics.get(label).precision()),
                        interval(matrix.precision(label)),
                        Numbers.share(metrics.get(label).recall()),
                        interval(matrix.recall(label)),
                        Numbers.share(metrics.get(label).f1()),
                        metrics.get(label).support()))
                .toList();
    }

    private static String interval(Optional<Proportion> share) {
        return share.map(Confidence.DEFAULT::interval).map(Numbers::range).orElse("");
    }
}
