package io.github.lenet.kernel;

import io.github.lenet.network.Shape;

/**
 * What a layer leaves to the next, image by image side by side: {@code [channel][row][column][lane]}. Each plane lies
 * within a border of zeros, which the next layer wants as padding.
 *
 * <p>Where there are fewer images than lanes, the values of the lanes left over are finite and mean nothing; their
 * gradients are zero.
 */
final class Planes {

    private final Shape shape;
    private final int border;
    private final int lanes;
    private final float[] values;
    private final float[] gradient;

    /** Takes memory; that for gradients only where there will be some. */
    Planes(Shape shape, int border, int lanes, boolean hasGradient) {
        this.shape = shape;
        this.border = border;
        this.lanes = lanes;
        // Tiles of two rows and columns may reach one row and column beyond the border of the last plane.
        values = new float[shape.channels() * planeSize() + rowSize() + lanes];
        gradient = new float[hasGradient ? values.length : 0];
    }

    Shape shape() {
        return shape;
    }

    int lanes() {
        return lanes;
    }

    /** Rows, and columns, of zeros on each side. */
    int border() {
        return border;
    }

    float[] values() {
        return values;
    }

    /** The gradient of the values, in the same places. */
    float[] gradient() {
        return gradient;
    }

    boolean hasGradient() {
        return gradient.length > 0;
    }

    /** Values of a plane with its border. */
    int planeSize() {
        return (shape.height() + 2 * border) * rowSize();
    }

    /** Values of a row with its border. */
    int rowSize() {
        return (shape.width() + 2 * border) * lanes;
    }

    /** Values of a row without its border. */
    int runSize() {
        return shape.width() * lanes;
    }

    /** Where the lanes of a place begin; its row and its column may lie in the border. */
    int index(int channel, int row, int column) {
        return channel * planeSize() + (row + border) * rowSize() + (column + border) * lanes;
    }

    /**
     * Where the lanes of some places begin, those that make another shape.
     *
     * @param step rows, and columns, from one of them to the next
     * @param first row, and column, of the first; it may lie in the border
     */
    int[] places(Shape places, int step, int first) {
        var indexes = new int[places.planeSize()];
        for (var i = 0; i < indexes.length; i++) {
            indexes[i] = index(0, first + i / places.width() * step, first + i % places.width() * step);
        }
        return indexes;
    }
}
