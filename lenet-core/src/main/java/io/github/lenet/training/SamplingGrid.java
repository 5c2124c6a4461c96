package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;

/**
 * Where each pixel of a variant comes from: a point of the image, which may lie between its pixels or outside of it.
 *
 * <p>An affine map is drawn within the ranges below, each number uniform; the image turns around its middle.
 */
final class SamplingGrid {

    /** Degrees at most, either way. */
    static final double ROTATION = 15;

    /** The share by which the image grows or shrinks at most. */
    static final double SCALE = 0.15;

    /** Columns at most by which a row moves against the one above it, either way. */
    static final double SHEAR = 0.15;

    /** Pixels at most, either way along each axis. */
    static final double TRANSLATION = 1.5;

    private final int height;
    private final int width;
    private final float[] rows;
    private final float[] columns;

    /**
     * Makes room.
     *
     * @param height rows of an image
     * @param width columns of an image
     */
    SamplingGrid(int height, int width) {
        this.height = height;
        this.width = width;
        rows = new float[height * width];
        columns = new float[height * width];
    }

    /**
     * Draws an affine map.
     *
     * @param random the numbers of the image
     */
    void drawAffine(SeededRandom random) {
        var angle = StrictMath.toRadians(symmetric(ROTATION, random));
        var scale = 1 + symmetric(SCALE, random);
        var shear = symmetric(SHEAR, random);
        var down = symmetric(TRANSLATION, random);
        var right = symmetric(TRANSLATION, random);
        // From the variant to the image: the inverse of what one sees.
        var cosine = StrictMath.cos(angle) / scale;
        var sine = StrictMath.sin(angle) / scale;
        map(cosine + sine * shear, sine, cosine * shear - sine, cosine, down, right);
    }

    private static double symmetric(double reach, SeededRandom random) {
        return reach * (2 * random.nextDouble() - 1);
    }

    /**
     * Sets every point by an affine map around the middle of the image.
     *
     * @param rowByRow what a row further down adds to the row
     * @param rowByColumn what a column further right adds to the row
     * @param columnByRow what a row further down adds to the column
     * @param columnByColumn what a column further right adds to the column
     * @param down rows from the middle to the point that becomes the middle
     * @param right columns from the middle to it
     */
    void map(
            double rowByRow, double rowByColumn, double columnByRow, double columnByColumn, double down, double right) {
        var middleRow = (height - 1) / 2.0;
        var middleColumn = (width - 1) / 2.0;
        for (var row = 0; row < height; row++) {
            var y = row - middleRow;
            for (var column = 0; column < width; column++) {
                var x = column - middleColumn;
                rows[row * width + column] = (float) (middleRow + down + rowByRow * y + rowByColumn * x);
                columns[row * width + column] = (float) (middleColumn + right + columnByRow * y + columnByColumn * x);
            }
        }
    }

    /**
     * The row of each point.
     *
     * @return 0 is the middle of the first row; a value for each pixel, row after row, which may be changed
     */
    float[] rows() {
        return rows;
    }

    /**
     * The column of each point.
     *
     * @return 0 is the middle of the first column; a value for each pixel, row after row, which may be changed
     */
    float[] columns() {
        return columns;
    }
}
