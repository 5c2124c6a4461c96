package io.github.lenet.kernel;

/** Java that runs everywhere. */
final class PlainLaneTiles implements LaneTiles {

    /** As many as {@link PlainLaneLoops} sums at a time. */
    @Override
    public int tilesOfBlock(int lanes) {
        return PlainLaneLoops.TILE / lanes;
    }

    @Override
    public void inputs(
            float[] values, int from, int[] places, int firstPlace, int run, float[] points, int to, int pointStep) {
        var rowStep = 4 * pointStep;
        inputRow(values, from, places, firstPlace, firstPlace + 8, -1, run, points, to, pointStep);
        inputRow(values, from, places, firstPlace + 4, firstPlace + 8, 1, run, points, to + rowStep, pointStep);
        inputRow(values, from, places, firstPlace + 8, firstPlace + 4, -1, run, points, to + 2 * rowStep, pointStep);
        inputRow(values, from, places, firstPlace + 4, firstPlace + 12, -1, run, points, to + 3 * rowStep, pointStep);
    }

    /** One row of points, from the sum or difference of two rows of values. */
    private static void inputRow(
            float[] values,
            int from,
            int[] places,
            int row,
            int other,
            float sign,
            int run,
            float[] points,
            int to,
            int pointStep) {
        for (var i = 0; i < run; i++) {
            var first = values[from + places[row] + i] + sign * values[from + places[other] + i];
            var second = values[from + places[row + 1] + i] + sign * values[from + places[other + 1] + i];
            var third = values[from + places[row + 2] + i] + sign * values[from + places[other + 2] + i];
            var fourth = values[from + places[row + 3] + i] + sign * values[from + places[other + 3] + i];
            points[to + i] = first - third;
            points[to + pointStep + i] = second + third;
            points[to + 2 * pointStep + i] = third - second;
            points[to + 3 * pointStep + i] = second - fourth;
        }
    }

    @Override
    public void gradients(
            float[] values, int from, int[] places, int firstPlace, int run, float[] points, int to, int pointStep) {
        for (var i = 0; i < run; i++) {
            var left = values[from + places[firstPlace] + i];
            var right = values[from + places[firstPlace + 1] + i];
            var leftBelow = values[from + places[firstPlace + 2] + i];
            var rightBelow = values[from + places[firstPlace + 3] + i];
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
            float bias,
            boolean adds,
            float[] results,
            int to,
            int[] places,
            int firstPlace,
            int run) {
        for (var i = 0; i < 4; i++) {
            var place = places[firstPlace + i];
            if (place >= 0) {
                var first = from + (i / 2 * 4 + i % 2) * pointStep;
                var rowSign = 1 - i / 2 * 2;
                var columnSign = 1 - i % 2 * 2;
                output(points, first, pointStep, rowSign, columnSign, bias, adds, results, to + place, run);
            }
        }
    }

    /** One output, from three rows and three columns of points: two of three are added, or subtracted. */
    private static void output(
            float[] points,
            int from,
            int pointStep,
            float rowSign,
            float columnSign,
            float bias,
            boolean adds,
            float[] results,
            int to,
            int run) {
        for (var i = 0; i < run; i++) {
            var at = from + i;
            var sum = column(points, at, pointStep, rowSign)
                    + (column(points, at + pointStep, pointStep, rowSign)
                                    + column(points, at + 2 * pointStep, pointStep, rowSign))
                            * columnSign;
            results[to + i] = sum + (adds ? results[to + i] : 0) + bias;
        }
    }

    private static float column(float[] points, int from, int pointStep, float rowSign) {
        return points[from] + (points[from + 4 * pointStep] + points[from + 8 * pointStep]) * rowSign;
    }
}
