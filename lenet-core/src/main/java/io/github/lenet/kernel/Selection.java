package io.github.lenet.kernel;

/**
 * The factors of a linear combination that are not zero, and the rows they belong to.
 *
 * <p>Maximum pooling leaves at most one gradient of four, and ReLU fewer still. (Zero times infinity is therefore zero
 * here.)
 */
final class Selection {

    /** Numbers of rows, or places where patches begin. */
    private final int[] rows;

    private final float[] factors;
    private int count;

    Selection(int capacity) {
        // One more, which is written before it is known to be zero.
        rows = new int[capacity + 1];
        factors = new float[capacity + 1];
    }

    void clear() {
        count = 0;
    }

    /** Takes factors for the first rows. */
    void addAll(float[] values, int length) {
        var rows = this.rows;
        var factors = this.factors;
        var count = 0;
        for (var i = 0; i < length; i++) {
            rows[count] = i;
            factors[count] = values[i];
            count += isNotZero(values[i]);
        }
        this.count = count;
    }

    /**
     * Takes factors for patches.
     *
     * @param from place of the first factor
     * @param places place of each in its square
     * @param squareStarts where the patch of the first place of each square begins
     * @param placeStarts how much later begins that of each place
     * @param start how much later all of them begin
     */
    void addFromSquares(
            float[] values, int from, int length, float[] places, int[] squareStarts, int[] placeStarts, int start) {
        var rows = this.rows;
        var first = count;
        var end = first;
        for (var i = 0; i < length; i++) {
            rows[end] = i;
            end += isNotZero(values[from + i]);
        }
        for (var i = first; i < end; i++) {
            var square = rows[i];
            factors[i] = values[from + square];
            rows[i] = start + squareStarts[square] + placeStarts[(int) places[from + square]];
        }
        count = end;
    }

    /** 1 or 0, without a branch: it would be mispredicted too often. */
    private static int isNotZero(float value) {
        var magnitude = Float.floatToRawIntBits(value) << 1;
        return (magnitude | -magnitude) >>> 31;
    }

    int count() {
        return count;
    }

    int[] rows() {
        return rows;
    }

    float[] factors() {
        return factors;
    }

    /** The sum of the factors, of every fourth in turn: additions need not wait for each other then. */
    float sum() {
        var a = 0F;
        var b = 0F;
        var c = 0F;
        var d = 0F;
        var i = 0;
        for (; i + 4 <= count; i += 4) {
            a += factors[i];
            b += factors[i + 1];
            c += factors[i + 2];
            d += factors[i + 3];
        }
        for (; i < count; i++) {
            a += factors[i];
        }
        return a + b + (c + d);
    }

    /** Adds the linear combination to a row. */
    void addTo(float[] sum, int length, float[][] source) {
        Rows.addSelected(sum, length, source, rows, factors, count);
    }
}
