package io.github.lenet.kernel;

import java.util.Arrays;

/** The sums of a convolution of planes with kernels of 3 x 3 and a border of one, at sixteen points of each tile. */
final class WinogradSums {

    private final LaneLoops loops;
    private final LaneTiles transforms;
    private final Planes from;
    private final Planes to;
    /** Tiles of a row. */
    private final int tiles;
    /** Rows of tiles. */
    private final int rows;

    private final int rowsOfBlock;
    private final LaneSums[] sums = new LaneSums[LaneTiles.POINTS];
    /** {@code [point][channel][tile][lane]}. */
    private final float[] transformed;
    /** {@code [point][filter][tile][lane]}. */
    private final float[] products;

    /**
     * Prepares.
     *
     * @param from planes of the values that are summed, whatever these are
     * @param to planes of the sums, of the same height and width
     */
    WinogradSums(Planes from, Planes to) {
        this.from = from;
        this.to = to;
        loops = LaneLoops.fastest(from.lanes());
        transforms = LaneTiles.fastest(from.lanes());
        tiles = (to.shape().width() + 1) / 2;
        rows = (to.shape().height() + 1) / 2;
        rowsOfBlock = Math.min(rows, transforms.rowsOfBlock(tiles));
        var channels = from.shape().channels();
        var filters = to.shape().channels();
        var taps = new int[channels];
        Arrays.setAll(taps, channel -> channel * step());
        Arrays.setAll(
                sums,
                point -> new LaneSums(
                        filters, step(), taps, places(point * channels * step()), places(point * filters * step())));
        transformed = new float[LaneTiles.POINTS * channels * step()];
        products = new float[LaneTiles.POINTS * filters * step()];
    }

    /** From a channel to the next. */
    private int step() {
        return rowsOfBlock * rowStep();
    }

    /** From a row of tiles to the next. */
    private int rowStep() {
        return tiles * from.lanes();
    }

    private int[] places(int first) {
        var places = new int[rowsOfBlock * tiles];
        Arrays.setAll(places, tile -> first + tile * from.lanes());
        return places;
    }

    /**
     * Computes the sums.
     *
     * @param weights those of {@link WinogradWeights}
     * @param biases what the sum of each filter is added to, from {@code firstBias} on; zero where {@code firstBias} is
     *     -1
     * @param adds whether the sums are added to what lies in their places instead
     */
    void compute(float[] values, float[] weights, float[] biases, int firstBias, boolean adds, float[] results) {
        for (var row = 0; row < rows; row += rowsOfBlock) {
            var end = Math.min(row + rowsOfBlock, rows);
            transform(values, row, end);
            for (var point = 0; point < sums.length; point++) {
                var table = sums[point];
                loops.sum(
                        table,
                        transformed,
                        weights,
                        point * WinogradWeights.step(table.outputs(), table.taps().length),
                        biases,
                        -1,
                        false,
                        products);
            }
            transformBack(row, end, biases, firstBias, adds, results);
        }
    }

    private void transform(float[] values, int first, int end) {
        var channels = from.shape().channels();
        for (var channel = 0; channel < channels; channel++) {
            for (var row = first; row < end; row++) {
                transforms.inputs(
                        values,
                        from.index(channel, 2 * row - 1, -1),
                        from.rowSize(),
                        from.lanes(),
                        tiles,
                        transformed,
                        channel * step() + (row - first) * rowStep(),
                        channels * step());
            }
        }
    }

    private void transformBack(int first, int end, float[] biases, int firstBias, boolean adds, float[] results) {
        for (var filter = 0; filter < to.shape().channels(); filter++) {
            var bias = firstBias < 0 ? 0 : biases[firstBias + filter];
            for (var row = 2 * first; row < Math.min(2 * end, to.shape().height()); row++) {
                var products = filter * step() + (row / 2 - first) * rowStep();
                outputs(products, filter, row, 0, bias, adds, results);
                outputs(products, filter, row, 1, bias, adds, results);
            }
        }
    }

    private void outputs(int first, int filter, int row, int column, float bias, boolean adds, float[] results) {
        transforms.outputs(
                products,
                first,
                to.shape().channels() * step(),
                row % 2,
                column,
                (to.shape().width() + 1 - column) / 2,
                bias,
                adds,
                results,
                to.index(filter, row, column));
    }
}
