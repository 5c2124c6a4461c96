package io.github.lenet.kernel;

/** Java that runs everywhere. */
final class PlainLaneTiles implements LaneTiles {

    private final int lanes;

    PlainLaneTiles(int lanes) {
        this.lanes = lanes;
    }

    /** As many as {@link PlainLaneLoops} sums at a time. */
    @Override
    public int rowsOfBlock(int tiles) {
        return Math.max(1, PlainLaneLoops.TILE / (tiles * lanes));
    }

    @Override
    public void inputs(
            float[] values, int from, int rowStep, int columnStep, int tiles, float[] points, int to, int pointStep) {
        for (var tile = 0; tile < tiles; tile++) {
            var first = from + 2 * tile * columnStep;
            var second = first + rowStep;
            var third = second + rowStep;
            var fourth = third + rowStep;
            var point = to + tile * columnStep;
            inputRow(values, first, third, -1, columnStep, points, point, pointStep);
            inputRow(values, second, third, 1, columnStep, points, point + 4 * pointStep, pointStep);
            inputRow(values, third, second, -1, columnStep, points, point + 8 * pointStep, pointStep);
            inputRow(values, second, fourth, -1, columnStep, points, point + 12 * pointStep, pointStep);
        }
    }

    /** One row of points, from the sum or difference of two rows of values. */
    private static void inputRow(
            float[] values, int row, int other, float sign, int columnStep, float[] points, int to, int pointStep) {
        for (var i = 0; i < columnStep; i++) {
            var at = row + i;
            var below = other + i;
            var first = values[at] + sign * values[below];
            var second = values[at + columnStep] + sign * values[below + columnStep];
            var third = values[at + 2 * columnStep] + sign * values[below + 2 * columnStep];
            var fourth = values[at + 3 * columnStep] + sign * values[below + 3 * columnStep];
            points[to + i] = first - third;
            points[to + pointStep + i] = second + third;
            points[to + 2 * pointStep + i] = third - second;
            points[to + 3 * pointStep + i] = second - fourth;
        }
    }

    @Override
    public void gradients(float[] values, int from, int rowStep, int tiles, float[] points, int to, int pointStep) {
        for (var i = 0; i < tiles * lanes; i++) {
            var at = from + i + i / lanes * lanes;
            var left = values[at];
            var right = values[at + lanes];
            var leftBelow = values[at + rowStep];
            var rightBelow = values[at + rowStep + lanes];
            gradientRow(left, right, points, to + i, pointStep);
            gradientRow(left + leftBelow, right + rightBelow, points, to + 4 * pointStep + i, pointStep);
            gradientRow(left - leftBelow, right - rightBelow, points, to + 8 * pointStep + i, pointStep);
            gradientRow(-leftBelow, -rightBelow, points, to + 12 * pointStep + i, pointStep);
        }
    }

    private static void gradientRow(float left, float right, float[] points, int to, int pointStep) {
        points[to] = left;
        points[to + pointStep] = left + right;
        points[to + 2 * pointStep] = left - right;
        points[to + 3 * pointStep] = -right;
    }

    @Override
    public void outputs(
            float[] points,
            int from,
            int pointStep,
            int row,
            int column,
            int tiles,
            float bias,
            boolean adds,
            float[] results,
            int to) {
        var first = from + (4 * row + column) * pointStep;
        var rowSign = 1 - 2 * row;
        var columnSign = 1 - 2 * column;
        for (var i = 0; i < tiles * lanes; i++) {
            var at = first + i;
            var sum = column(points, at, pointStep, rowSign)
                    + (column(points, at + pointStep, pointStep, rowSign)
                                    + column(points, at + 2 * pointStep, pointStep, rowSign))
                            * columnSign;
            var result = to + i + i / lanes * lanes;
            results[result] = sum + (adds ? results[result] : 0) + bias;
        }
    }

    private static float column(float[] points, int from, int pointStep, float rowSign) {
        return points[from] + (points[from + 4 * pointStep] + points[from + 8 * pointStep]) * rowSign;
    }
}
