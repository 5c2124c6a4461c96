package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import java.util.Arrays;

/**
 * The input planes of a convolution with their padding, from which it reads them shifted by each tap of its kernels.
 *
 * <p>Columns are kept apart by their remainder modulo the size of the pooling squares, {@code [(channel, column % size,
 * row, column / size, image)]}: the values at one place of neighbouring squares then follow each other, and reading is
 * copying runs.
 */
final class PaddedPlanes {

    private final Convolution convolution;
    private final int squareSize;
    private final int squareColumns;
    private final int height;
    private final int width;
    private final int columns;
    private final float[] planes;
    private final int[][] taps;
    private int images;

    /** Takes memory, with some values more behind the last one. */
    PaddedPlanes(Convolution convolution, int squareSize, int lanes, int overrun) {
        this.convolution = convolution;
        this.squareSize = squareSize;
        squareColumns = convolution.output().width() / squareSize;
        height = convolution.input().height() + 2 * convolution.padding();
        width = convolution.input().width() + 2 * convolution.padding();
        columns = (width + squareSize - 1) / squareSize;
        planes = new float[convolution.input().channels() * squareSize * height * columns * lanes + overrun];
        taps = new int[squareSize * squareSize][convolution.fanIn()];
    }

    /** Copies the first images, {@code [channel][(row, column, image)]}, to the inner part. */
    void load(float[][] source, int images) {
        if (this.images != images) {
            this.images = images;
            arrange();
        }
        for (var channel = 0; channel < convolution.input().channels(); channel++) {
            for (var row = 0; row < convolution.input().height(); row++) {
                loadRow(source[channel], row * convolution.input().width(), channel, row + convolution.padding());
            }
        }
    }

    /** For another number of images, padding and planes lie elsewhere. */
    private void arrange() {
        Arrays.fill(planes, 0);
        for (var place = 0; place < taps.length; place++) {
            for (var tap = 0; tap < taps[place].length; tap++) {
                taps[place][tap] = start(tap, place);
            }
        }
    }

    private void loadRow(float[] source, int start, int channel, int row) {
        for (var first = 0; first < Math.min(squareSize, convolution.input().width()); first++) {
            var to = index(channel, row, first + convolution.padding());
            var count = (convolution.input().width() - first + squareSize - 1) / squareSize;
            FeatureMaps.gather(source, (start + first) * images, squareSize * images, planes, to, count, images);
        }
    }

    /** Reads the inputs that a tap multiplies for some rows of squares, in the order of the outputs. */
    void read(int tap, int firstRow, int rows, float[] target) {
        var run = run();
        for (var place = 0; place < places(); place++) {
            var from = taps[place][tap] + firstRow * rowStep();
            FeatureMaps.gather(planes, from, rowStep(), target, place * rows * run, rows, run);
        }
    }

    private int start(int tap, int place) {
        var size = convolution.kernelSize();
        var row = place / squareSize + tap / size % size;
        return index(tap / (size * size), row, place % squareSize + tap % size);
    }

    private int index(int channel, int row, int column) {
        return (((channel * squareSize + column % squareSize) * height + row) * columns + column / squareSize) * images;
    }

    /** All values. */
    float[] values() {
        return planes;
    }

    /** How many places a pooling square has. */
    int places() {
        return taps.length;
    }

    /** How many values follow each other: those at one place of a row of squares. */
    int run() {
        return squareColumns * images;
    }

    /** For each tap, where the inputs begin that it multiplies for a place of the first row of squares. */
    int[] taps(int place) {
        return taps[place];
    }

    /** How much later those of the next row of squares begin. */
    int rowStep() {
        return squareSize * columns * images;
    }
}
