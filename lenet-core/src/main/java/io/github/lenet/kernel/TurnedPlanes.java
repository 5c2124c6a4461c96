package io.github.lenet.kernel;

/**
 * Planes put channel by channel: {@code [row][column][lane][channel]}, with their border of zeros, and as many channels
 * as make a multiple of sixteen. Columns that are a stride apart lie side by side.
 */
final class TurnedPlanes {

    private final Planes planes;
    private final int stride;
    private final int width;
    /** Columns that are a stride apart. */
    private final int columns;

    private final float[] values;

    TurnedPlanes(Planes planes, int stride) {
        this.planes = planes;
        this.stride = stride;
        width = (channels() + Workspace.LANES - 1) / Workspace.LANES * Workspace.LANES;
        columns = (planes.shape().width() + 2 * planes.border() + stride - 1) / stride;
        // As in Planes, tiles may reach one row and column beyond the border.
        var places = (planes.shape().height() + 2 * planes.border() + 1) * stride * columns + 1;
        values = new float[places * Workspace.LANES * width];
    }

    int channels() {
        return planes.shape().channels();
    }

    /** Values that lie side by side for each lane. */
    int width() {
        return width;
    }

    float[] values() {
        return values;
    }

    /** Where the first lane of a place begins; its row and its column may lie in the border. */
    int index(int row, int column) {
        var fromLeft = column + planes.border();
        var place = ((row + planes.border()) * stride + fromLeft % stride) * columns + fromLeft / stride;
        return place * Workspace.LANES * width;
    }

    /** Takes over the values, or the gradient, of the planes. */
    void load(float[] from) {
        for (var row = 0; row < planes.shape().height(); row++) {
            for (var column = 0; column < planes.shape().width(); column++) {
                var to = index(row, column);
                for (var channel = 0; channel < channels(); channel++) {
                    load(from, planes.index(channel, row, column), to + channel);
                }
            }
        }
    }

    private void load(float[] from, int first, int to) {
        for (var lane = 0; lane < Workspace.LANES; lane++) {
            values[to + lane * width] = from[first + lane];
        }
    }
}
