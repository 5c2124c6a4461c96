package io.github.lenet.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors as in {@link VectorLaneLoops}, and the same care for what the compiler knows to be a vector. One loop goes
 * over the lanes of all tiles of a row, because loops over those of one tile are too short.
 */
final class VectorLaneTiles implements LaneTiles {

    private static final VectorSpecies<Float> SPECIES = VectorLaneLoops.SPECIES;
    private static final int WIDTH = SPECIES.length();
    private static final int LANES = Workspace.LANES;
    private static final float[] ZEROS = new float[WIDTH];

    // By row of points: which rows of values are added or subtracted, and with what factors two rows of gradients are.
    private static final int[] ROW = {0, 1, 2, 1};
    private static final int[] OTHER_ROW = {2, 2, 1, 3};
    private static final float[] SIGN = {-1, 1, -1, -1};
    private static final float[] UPPER = {1, 1, 1, 0};
    private static final float[] LOWER = {0, 1, -1, -1};

    @Override
    public int rowsOfBlock(int tiles) {
        return 1;
    }

    @Override
    public void inputs(
            float[] values, int from, int rowStep, int columnStep, int tiles, float[] points, int to, int pointStep) {
        // With the step of the lanes, all tiles at once; a longer step is long enough for a loop.
        int together = columnStep == LANES ? tiles : 1;
        for (int tile = 0; tile < tiles; tile += together) {
            for (int row = 0; row < 4; row++) {
                int first = from + ROW[row] * rowStep + 2 * tile * columnStep;
                int other = from + OTHER_ROW[row] * rowStep + 2 * tile * columnStep;
                int point = to + 4 * row * pointStep + tile * columnStep;
                int length = together * columnStep;
                inputRow(values, first, other, SIGN[row], columnStep, length, points, point, pointStep);
            }
        }
    }

    /** One row of points, from the sum or difference of two rows of values. */
    private static void inputRow(
            float[] values,
            int row,
            int other,
            float sign,
            int columnStep,
            int length,
            float[] points,
            int to,
            int pointStep) {
        int to1 = to + pointStep;
        int to2 = to1 + pointStep;
        int to3 = to2 + pointStep;
        int tileMask = columnStep == LANES ? -LANES : 0;
        for (int i = 0; i < length; i += WIDTH) {
            int column = i + (i & tileMask);
            var first = FloatVector.fromArray(SPECIES, values, other + column)
                    .mul(sign)
                    .add(FloatVector.fromArray(SPECIES, values, row + column));
            column += columnStep;
            var second = FloatVector.fromArray(SPECIES, values, other + column)
                    .mul(sign)
                    .add(FloatVector.fromArray(SPECIES, values, row + column));
            column += columnStep;
            var third = FloatVector.fromArray(SPECIES, values, other + column)
                    .mul(sign)
                    .add(FloatVector.fromArray(SPECIES, values, row + column));
            column += columnStep;
            var fourth = FloatVector.fromArray(SPECIES, values, other + column)
                    .mul(sign)
                    .add(FloatVector.fromArray(SPECIES, values, row + column));
            first.sub(third).intoArray(points, to + i);
            second.add(third).intoArray(points, to1 + i);
            third.sub(second).intoArray(points, to2 + i);
            second.sub(fourth).intoArray(points, to3 + i);
        }
    }

    @Override
    public void gradients(float[] values, int from, int rowStep, int tiles, float[] points, int to, int pointStep) {
        for (int row = 0; row < 4; row++) {
            int point = to + 4 * row * pointStep;
            gradientRow(values, from, from + rowStep, UPPER[row], LOWER[row], tiles, points, point, pointStep);
        }
    }

    /** One row of points, from the upper and the lower gradients times a factor each. */
    private static void gradientRow(
            float[] values,
            int above,
            int below,
            float upper,
            float lower,
            int tiles,
            float[] points,
            int to,
            int pointStep) {
        int to1 = to + pointStep;
        int to2 = to1 + pointStep;
        int to3 = to2 + pointStep;
        for (int i = 0; i < tiles * LANES; i += WIDTH) {
            int column = i + (i & -LANES);
            var left = FloatVector.fromArray(SPECIES, values, above + column)
                    .mul(upper)
                    .add(FloatVector.fromArray(SPECIES, values, below + column).mul(lower));
            column += LANES;
            var right = FloatVector.fromArray(SPECIES, values, above + column)
                    .mul(upper)
                    .add(FloatVector.fromArray(SPECIES, values, below + column).mul(lower));
            left.intoArray(points, to + i);
            left.add(right).intoArray(points, to1 + i);
            left.sub(right).intoArray(points, to2 + i);
            right.neg().intoArray(points, to3 + i);
        }
    }

    /** From three rows and three columns of points: two of three are added, or subtracted. */
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
        int first = from + (4 * row + column) * pointStep;
        int second = first + 4 * pointStep;
        int third = first + 8 * pointStep;
        float rowSign = 1 - 2 * row;
        float columnSign = 1 - 2 * column;
        float[] before = adds ? results : ZEROS;
        for (int i = 0; i < tiles * LANES; i += WIDTH) {
            int right = i + pointStep;
            int last = right + pointStep;
            int result = to + i + (i & -LANES);
            var sum = FloatVector.fromArray(SPECIES, points, second + right)
                    .add(FloatVector.fromArray(SPECIES, points, third + right))
                    .mul(rowSign)
                    .add(FloatVector.fromArray(SPECIES, points, first + right));
            var lastSum = FloatVector.fromArray(SPECIES, points, second + last)
                    .add(FloatVector.fromArray(SPECIES, points, third + last))
                    .mul(rowSign)
                    .add(FloatVector.fromArray(SPECIES, points, first + last));
            sum = sum.add(lastSum).mul(columnSign);
            FloatVector.fromArray(SPECIES, points, second + i)
                    .add(FloatVector.fromArray(SPECIES, points, third + i))
                    .mul(rowSign)
                    .add(FloatVector.fromArray(SPECIES, points, first + i))
                    .add(sum)
                    .add(FloatVector.fromArray(SPECIES, before, adds ? result : 0))
                    .add(bias)
                    .intoArray(results, result);
        }
    }
}
