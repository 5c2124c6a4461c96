package io.github.lenet.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Vectors as in {@link VectorLaneLoops}, and the same care for what the compiler knows to be a vector. */
final class VectorLaneTiles implements LaneTiles {

    private static final VectorSpecies<Float> SPECIES = VectorLaneLoops.SPECIES;
    private static final int WIDTH = SPECIES.length();
    private static final float[] ZEROS = new float[WIDTH];

    // By row of points; loops over them, because the compiler looks into one call only a bounded number of times.
    private static final int[] ROW = {0, 1, 2, 1};
    private static final int[] OTHER_ROW = {2, 2, 1, 3};
    private static final float[] SIGN = {-1, 1, -1, -1};
    private static final float[] UPPER = {1, 1, 1, 0};
    private static final float[] LOWER = {0, 1, -1, -1};

    @Override
    public int tilesOfBlock(int lanes) {
        return 4;
    }

    @Override
    public void inputs(
            float[] values, int from, int[] places, int firstPlace, int run, float[] points, int to, int pointStep) {
        for (int row = 0; row < 4; row++) {
            int first = firstPlace + 4 * ROW[row];
            int other = firstPlace + 4 * OTHER_ROW[row];
            inputRow(values, from, places, first, other, SIGN[row], run, points, to + 4 * row * pointStep, pointStep);
        }
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
        int row0 = from + places[row];
        int row1 = from + places[row + 1];
        int row2 = from + places[row + 2];
        int row3 = from + places[row + 3];
        int other0 = from + places[other];
        int other1 = from + places[other + 1];
        int other2 = from + places[other + 2];
        int other3 = from + places[other + 3];
        int to1 = to + pointStep;
        int to2 = to1 + pointStep;
        int to3 = to2 + pointStep;
        for (int i = 0; i < run; i += WIDTH) {
            var first = FloatVector.fromArray(SPECIES, values, other0 + i)
                    .mul(sign)
                    .add(FloatVector.fromArray(SPECIES, values, row0 + i));
            var second = FloatVector.fromArray(SPECIES, values, other1 + i)
                    .mul(sign)
                    .add(FloatVector.fromArray(SPECIES, values, row1 + i));
            var third = FloatVector.fromArray(SPECIES, values, other2 + i)
                    .mul(sign)
                    .add(FloatVector.fromArray(SPECIES, values, row2 + i));
            var fourth = FloatVector.fromArray(SPECIES, values, other3 + i)
                    .mul(sign)
                    .add(FloatVector.fromArray(SPECIES, values, row3 + i));
            first.sub(third).intoArray(points, to + i);
            second.add(third).intoArray(points, to1 + i);
            third.sub(second).intoArray(points, to2 + i);
            second.sub(fourth).intoArray(points, to3 + i);
        }
    }

    @Override
    public void gradients(
            float[] values, int from, int[] places, int firstPlace, int run, float[] points, int to, int pointStep) {
        int above = from + places[firstPlace];
        int aboveRight = from + places[firstPlace + 1];
        int below = from + places[firstPlace + 2];
        int belowRight = from + places[firstPlace + 3];
        for (int row = 0; row < 4; row++) {
            gradientRow(
                    values,
                    above,
                    aboveRight,
                    below,
                    belowRight,
                    UPPER[row],
                    LOWER[row],
                    run,
                    points,
                    to + 4 * row * pointStep,
                    pointStep);
        }
    }

    /** One row of points, from the upper and the lower gradients times a factor each. */
    private static void gradientRow(
            float[] values,
            int above,
            int aboveRight,
            int below,
            int belowRight,
            float upper,
            float lower,
            int run,
            float[] points,
            int to,
            int pointStep) {
        int to1 = to + pointStep;
        int to2 = to1 + pointStep;
        int to3 = to2 + pointStep;
        for (int i = 0; i < run; i += WIDTH) {
            var left = FloatVector.fromArray(SPECIES, values, above + i)
                    .mul(upper)
                    .add(FloatVector.fromArray(SPECIES, values, below + i).mul(lower));
            var right = FloatVector.fromArray(SPECIES, values, aboveRight + i)
                    .mul(upper)
                    .add(FloatVector.fromArray(SPECIES, values, belowRight + i).mul(lower));
            left.intoArray(points, to + i);
            left.add(right).intoArray(points, to1 + i);
            left.sub(right).intoArray(points, to2 + i);
            right.neg().intoArray(points, to3 + i);
        }
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
        float[] before = adds ? results : ZEROS;
        for (int i = 0; i < 4; i++) {
            int place = places[firstPlace + i];
            if (place >= 0) {
                int first = from + (i / 2 * 4 + i % 2) * pointStep;
                float rowSign = 1 - i / 2 * 2;
                float columnSign = 1 - i % 2 * 2;
                output(points, first, pointStep, rowSign, columnSign, bias, before, results, to + place, run);
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
            float[] before,
            float[] results,
            int to,
            int run) {
        int second = from + 4 * pointStep;
        int third = from + 8 * pointStep;
        for (int i = 0; i < run; i += WIDTH) {
            int right = i + pointStep;
            int last = right + pointStep;
            var sum = FloatVector.fromArray(SPECIES, points, second + right)
                    .add(FloatVector.fromArray(SPECIES, points, third + right))
                    .mul(rowSign)
                    .add(FloatVector.fromArray(SPECIES, points, from + right));
            var lastSum = FloatVector.fromArray(SPECIES, points, second + last)
                    .add(FloatVector.fromArray(SPECIES, points, third + last))
                    .mul(rowSign)
                    .add(FloatVector.fromArray(SPECIES, points, from + last));
            sum = sum.add(lastSum).mul(columnSign);
            FloatVector.fromArray(SPECIES, points, second + i)
                    .add(FloatVector.fromArray(SPECIES, points, third + i))
                    .mul(rowSign)
                    .add(FloatVector.fromArray(SPECIES, points, from + i))
                    .add(sum)
                    .add(FloatVector.fromArray(SPECIES, before, before == results ? to + i : 0))
                    .add(bias)
                    .intoArray(results, to + i);
        }
    }
}
