package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Slice;
import io.github.lenet.evaluation.Slices;
import java.util.List;

/**
 * The numbers of images with something in common beside their class, in {@code evaluation.json}.
 *
 * @param file name of the file that says which image belongs to which slice
 * @param sha256 its digest, 64 hexadecimal digits
 * @param withoutRow images that it has no row for, which belong to no slice
 * @param list the slices, in the order of the columns of the file
 */
public record SlicesReport(String file, String sha256, int withoutRow, List<Entry> list) {

    /** Keeps a copy of the list. */
    public SlicesReport {
        list = List.copyOf(list);
    }

    /**
     * A slice: the images with the same value of a property.
     *
     * @param property name of the property
     * @param value their value
     * @param correct images that were classified right
     * @param total all images of the slice
     * @param accuracy {@code correct / total}, 0 to 1
     * @param confidenceInterval where the true accuracy lies
     */
    public record Entry(
            String property,
            String value,
            int correct,
            int total,
            double accuracy,
            ConfidenceInterval confidenceInterval) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if they contradict each other
         */
        public Entry {
            // Another program may have written the last digit. Negated, so that NaN fails as well.
            if (!(Math.abs(accuracy - new Proportion(correct, total).value()) < 1e-9)) {
                throw new IllegalArgumentException(
                        format("accuracy is %s, not correct / total of %s=%s", accuracy, property, value));
            }
        }

        private static Entry of(Slice slice) {
            var accuracy = slice.accuracy();
            return new Entry(
                    slice.property(),
                    slice.value(),
                    accuracy.count(),
                    accuracy.total(),
                    accuracy.value(),
                    Confidence.DEFAULT.interval(accuracy));
        }

        private Slice slice() {
            return new Slice(property, value, new Proportion(correct, total));
        }
    }

    static SlicesReport of(Slices slices) {
        return new SlicesReport(
                slices.file(),
                slices.sha256(),
                slices.withoutRow(),
                slices.list().stream().map(Entry::of).toList());
    }

    /** The numbers that this was made of. */
    Slices slices() {
        return new Slices(
                file, sha256, withoutRow, list.stream().map(Entry::slice).toList());
    }
}
