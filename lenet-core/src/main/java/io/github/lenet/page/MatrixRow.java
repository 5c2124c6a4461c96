package io.github.lenet.page;

import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.text.Formatting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of the confusion matrix in a page: the images of one class.
 *
 * @param actual name of the class
 * @param cells how often each class was answered
 */
record MatrixRow(String actual, List<Cell> cells) {

    /**
     * A count in the confusion matrix.
     *
     * @param kind CSS class: {@code right}, {@code wrong} or {@code none}
     * @param heat how strongly to colour the cell, 0 to 1
     * @param title the cell in words
     */
    record Cell(int count, String kind, String heat, String title) {

        /** Most cells of a large matrix are empty, and their words would make the page long. */
        boolean filled() {
            return count > 0;
        }
    }

    static List<MatrixRow> of(ConfusionMatrix matrix) {
        var names = matrix.classNames();
        var counts = matrix.counts();
        var mostWrong = IntStream.range(0, counts.length)
                .flatMap(
                        row -> IntStream.range(0, counts.length).map(column -> column == row ? 0 : counts[row][column]))
                .max()
                .orElse(0);
        return IntStream.range(0, counts.length)
                .mapToObj(row -> new MatrixRow(
                        names.get(row),
                        IntStream.range(0, counts.length)
                                .mapToObj(column -> cell(names, row, column, counts[row], mostWrong))
                                .toList()))
                .toList();
    }

    /**
     * Colours the diagonal by its share of the row, but mistakes beside the worst one: they would be too pale to see.
     */
    private static Cell cell(List<String> names, int actual, int answer, int[] row, int mostWrong) {
        var count = row[answer];
        var right = actual == answer;
        double heat =
                count == 0 ? 0 : (double) count / (right ? Arrays.stream(row).sum() : mostWrong);
        return new Cell(
                count,
                count == 0 ? "none" : right ? "right" : "wrong",
                // Two hundredths are finer than an eye can tell, and keep the page short.
                Formatting.plain(Math.round(heat * 50) / 50.0),
                names.get(actual) + " answered with " + names.get(answer) + ": " + count);
    }
}
