package io.github.lenet.report;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Slice;
import java.util.Comparator;
import java.util.List;

/**
 * The images with the same value of a property in a table.
 *
 * @param name name of the slice, such as {@code writer=anna}
 * @param images how many images it has
 * @param accuracy share of them that were classified right
 */
public record SliceRow(String name, int images, ClassRow.Share accuracy) {

    /**
     * A row for each slice.
     *
     * @param evaluation the numbers
     * @return rows with the lowest accuracy first; empty if there are no slices
     */
    public static List<SliceRow> of(Evaluation evaluation) {
        return evaluation.slices().stream()
                .flatMap(slices -> slices.list().stream())
                .sorted(Comparator.comparingDouble(slice -> slice.accuracy().value()))
                .map(SliceRow::of)
                .toList();
    }

    private static SliceRow of(Slice slice) {
        return new SliceRow(slice.name(), slice.accuracy().total(), ClassRow.Share.of(slice.accuracy()));
    }
}
