package io.github.lenet.training;

import io.github.lenet.kernel.Intensity;

/** An image that has a value at every point: also between its pixels and, as background, outside of its frame. */
final class InterpolatedImage {

    private final int height;
    private final int width;
    private final int stride;
    private final float[] framed;

    /**
     * Makes room.
     *
     * @param height rows of an image
     * @param width columns of an image
     */
    InterpolatedImage(int height, int width) {
        this.height = height;
        this.width = width;
        // A row of background above the image and two below it, and columns likewise: no point needs a case of its own.
        stride = width + 3;
        framed = new float[(height + 3) * stride];
    }

    /**
     * Takes an image.
     *
     * @param pixels unsigned bytes, row after row
     * @param offset index of the first pixel
     */
    void load(byte[] pixels, int offset) {
        for (var row = 0; row < height; row++) {
            Intensity.copy(pixels, offset + row * width, width, framed, (row + 1) * stride + 1);
        }
    }

    /**
     * Looks up the value at every point of a grid, bilinear between the four pixels around it.
     *
     * @param grid the points
     * @param target where the values go, 0 (background) to 1 (ink)
     * @param offset index of the first
     */
    void sample(SamplingGrid grid, float[] target, int offset) {
        var rows = grid.rows();
        var columns = grid.columns();
        for (var i = 0; i < rows.length; i++) {
            target[offset + i] = at(rows[i], columns[i]);
        }
    }

    private float at(float row, float column) {
        // One pixel outside of the frame there is nothing but background, as everywhere further out.
        var y = Math.min(Math.max(row, -1), height) + 1;
        var x = Math.min(Math.max(column, -1), width) + 1;
        var top = (int) y;
        var left = (int) x;
        var right = x - left;
        var above = top * stride + left;
        var below = above + stride;
        var upper = framed[above] + right * (framed[above + 1] - framed[above]);
        var lower = framed[below] + right * (framed[below + 1] - framed[below]);
        return upper + (y - top) * (lower - upper);
    }
}
