package io.github.lenet.report;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.evaluation.Proportion;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The metrics of a class in a table.
 *
 * @param label name of the class
 * @param images how many of them were asked
 * @param precision share of the answers with this class that are right
 * @param recall share of its images that were found
 * @param f1 harmonic mean of both, without an interval, because it is no share of images
 */
public record ClassRow(String label, int images, Share precision, Share recall, String f1) {

    /**
     * A share of images.
     *
     * @param value the share, or a dash for a share of nothing
     * @param interval where the true share lies with {@link Confidence#DEFAULT}; empty for a share of nothing
     */
    public record Share(String value, String interval) {

        private static Share of(Optional<Proportion> share) {
            return share.map(Share::of).orElseGet(() -> new Share(Numbers.UNDEFINED, ""));
        }

        static Share of(Proportion share) {
            return new Share(Numbers.share(share), Numbers.range(Confidence.DEFAULT.interval(share)));
        }

        /**
         * The share for a table of plain text.
         *
         * @return for example {@code 0.9873 (0.9849 to 0.9894)}
         */
        public String withInterval() {
            return interval.isEmpty() ? value : value + " (" + interval + ")";
        }
    }

    /**
     * A row for each class.
     *
     * @param matrix the counts
     * @return rows in the order of the labels
     */
    public static List<ClassRow> of(ConfusionMatrix matrix) {
        var metrics = matrix.classes();
        return IntStream.range(0, metrics.size())
                .mapToObj(label -> new ClassRow(
                        metrics.get(label).label(),
                        metrics.get(label).support(),
                        Share.of(matrix.precision(label)),
                        Share.of(matrix.recall(label)),
                        Numbers.share(metrics.get(label).f1())))
                .toList();
    }
}
