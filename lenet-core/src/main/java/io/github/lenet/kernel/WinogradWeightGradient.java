package io.github.lenet.kernel;

import java.util.Arrays;

/**
 * The gradient of the kernels of a convolution, at sixteen points of each tile: sums over all tiles and images of a
 * transformed input times a transformed gradient of outputs. As in {@link LaneWeightGradient}, sixteen channels are
 * computed side by side.
 */
final class WinogradWeightGradient {

    private static final int LANES = Workspace.LANES;
    private static final int POINTS = LaneTiles.POINTS;

    private final LaneLoops loops;
    private final LaneTiles transforms;
    private final Planes input;
    private final Planes output;
    private final TurnedPlanes turned;
    /** Tiles of a row. */
    private final int tiles;

    private final LaneProducts[] products = new LaneProducts[POINTS];
    /** {@code [point][tile][lane][channel]}. */
    private final float[] inputs;
    /** {@code [point][filter][tile][lane]}. */
    private final float[] gradients;
    /** {@code [point][(filter, channel)]}. */
    private final float[][] sums;

    WinogradWeightGradient(Planes input, Planes output) {
        this.input = input;
        this.output = output;
        loops = LaneLoops.fastest(LANES);
        transforms = LaneTiles.fastest(LANES);
        turned = new TurnedPlanes(input, 1);
        tiles = (output.shape().width() + 1) / 2;
        var filters = new int[output.shape().channels()];
        Arrays.setAll(filters, filter -> filter * rowLanes());
        var sixteens = new int[turned.width() / LANES];
        Arrays.setAll(sixteens, i -> i * LANES);
        Arrays.setAll(
                products,
                point -> new LaneProducts(
                        filters,
                        sixteens,
                        new int[] {point * filters.length * rowLanes()},
                        new int[] {point * rowLanes() * turned.width()},
                        rowLanes(),
                        turned.width()));
        inputs = new float[POINTS * rowLanes() * turned.width()];
        gradients = new float[POINTS * filters.length * rowLanes()];
        sums = Rows.allocate(POINTS, products[0].size());
    }

    /** Lanes of a row of tiles. */
    private int rowLanes() {
        return tiles * LANES;
    }

    /** Adds the gradient of the weights. */
    void addTo(float[] gradient, int firstWeight) {
        turned.load(input.values());
        for (var row = 0; row < output.shape().height(); row += 2) {
            transform(row);
            for (var point = 0; point < POINTS; point++) {
                loops.sum(products[point], gradients, inputs, row > 0, sums[point]);
            }
        }
        for (var column = 0; column < 4; column++) {
            transformBack(sums[column], sums[column + 4], sums[column + 8], sums[column + 12]);
        }
        for (var row = 0; row < 12; row += 4) {
            transformBack(sums[row], sums[row + 1], sums[row + 2], sums[row + 3]);
            for (var column = 0; column < 3; column++) {
                add(sums[row + column], gradient, firstWeight + row / 4 * 3 + column);
            }
        }
    }

    private void transform(int row) {
        transforms.inputs(
                turned.values(),
                turned.index(row - 1, -1),
                turned.index(row, -1) - turned.index(row - 1, -1),
                LANES * turned.width(),
                tiles,
                inputs,
                0,
                rowLanes() * turned.width());
        var filters = output.shape().channels();
        for (var filter = 0; filter < filters; filter++) {
            transforms.gradients(
                    output.gradient(),
                    output.index(filter, row, 0),
                    output.rowSize(),
                    tiles,
                    gradients,
                    filter * rowLanes(),
                    filters * rowLanes());
        }
    }

    /** From four rows, or columns, of points to three of a kernel, in place of the first three. */
    private static void transformBack(float[] first, float[] second, float[] third, float[] fourth) {
        for (var i = 0; i < first.length; i++) {
            var half = (second[i] + third[i]) * 0.5F;
            var halfDifference = (second[i] - third[i]) * 0.5F;
            first[i] = first[i] + half;
            second[i] = halfDifference;
            third[i] = half + fourth[i];
        }
    }

    private void add(float[] place, float[] gradient, int firstWeight) {
        var to = firstWeight;
        for (var filter = 0; filter < output.shape().channels(); filter++) {
            for (var channel = 0; channel < turned.channels(); channel++, to += 9) {
                gradient[to] += place[filter * turned.width() + channel];
            }
        }
    }
}
