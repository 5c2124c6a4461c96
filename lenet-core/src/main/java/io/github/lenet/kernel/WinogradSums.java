package io.github.lenet.kernel;

import java.util.Arrays;

/** The sums of a convolution of planes with kernels of 3 x 3 and a border of one, at sixteen points of each tile. */
final class WinogradSums {

    private final LaneLoops loops;
    private final LaneTiles transforms;
    private final Planes from;
    private final Planes to;
    private final WinogradTiles tiles;
    private final int[] fromPlaces;
    private final int[] toPlaces;
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
        tiles = new WinogradTiles(to.shape(), transforms.tilesOfBlock(from.lanes()));
        fromPlaces = tiles.surroundings((row, column) -> from.index(0, row, column));
        toPlaces = tiles.values((row, column) -> to.index(0, row, column), -1);
        var step = step();
        var channels = from.shape().channels();
        var filters = to.shape().channels();
        var taps = new int[channels];
        Arrays.setAll(taps, channel -> channel * step);
        Arrays.setAll(
                sums,
                point -> new LaneSums(
                        filters, step, taps, places(point * channels * step), places(point * filters * step)));
        transformed = new float[LaneTiles.POINTS * channels * step];
        products = new float[LaneTiles.POINTS * filters * step];
    }

    /** From a channel to the next. */
    private int step() {
        return tiles.blockSize() * from.lanes();
    }

    private int[] places(int first) {
        var places = new int[tiles.blockSize()];
        Arrays.setAll(places, tile -> first + tile * from.lanes());
        return places;
    }

    /**
     * Computes the sums.
     *
     * @param weights for each point in turn, those of {@link LaneSums}
     * @param biases what the sum of each filter is added to, from {@code firstBias} on; zero where {@code firstBias} is
     *     -1
     * @param adds whether the sums are added to what lies in their places instead
     */
    void compute(float[] values, float[] weights, float[] biases, int firstBias, boolean adds, float[] results) {
        for (var block = 0; block < tiles.blocks(); block++) {
            transform(values, block * tiles.blockSize());
            for (var point = 0; point < sums.length; point++) {
                var table = sums[point];
                loops.sum(
                        table,
                        transformed,
                        weights,
                        point * LaneSums.weights(table.outputs(), table.taps().length),
                        biases,
                        -1,
                        false,
                        products);
            }
            transformBack(block * tiles.blockSize(), biases, firstBias, adds, results);
        }
    }

    private void transform(float[] values, int firstTile) {
        var channels = from.shape().channels();
        for (var channel = 0; channel < channels; channel++) {
            for (var tile = 0; tile < tiles.blockSize(); tile++) {
                transforms.inputs(
                        values,
                        channel * from.planeSize(),
                        fromPlaces,
                        (firstTile + tile) * 16,
                        from.lanes(),
                        transformed,
                        channel * step() + tile * from.lanes(),
                        channels * step());
            }
        }
    }

    private void transformBack(int firstTile, float[] biases, int firstBias, boolean adds, float[] results) {
        var filters = to.shape().channels();
        for (var filter = 0; filter < filters; filter++) {
            var bias = firstBias < 0 ? 0 : biases[firstBias + filter];
            for (var tile = 0; tile < tiles.blockSize(); tile++) {
                transforms.outputs(
                        products,
                        filter * step() + tile * from.lanes(),
                        filters * step(),
                        bias,
                        adds,
                        results,
                        filter * to.planeSize(),
                        toPlaces,
                        (firstTile + tile) * 4,
                        from.lanes());
            }
        }
    }
}
