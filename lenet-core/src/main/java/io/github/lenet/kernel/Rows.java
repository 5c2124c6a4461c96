package io.github.lenet.kernel;

/**
 * Adds multiples of rows to rows: the inner loop of every layer.
 *
 * <p>Rows are arrays of their own, all read at the same index, because that is what JDK 17 vectorises. It gives up at
 * two sums of four rows or one of six, which then run at 6 products a nanosecond (rows of 1024 values, a core of an AMD
 * EPYC 9005): two sums of three rows run at 80, one of five at 70. With JDK 25 both run at 49.
 */
final class Rows {

    /** How many rows are best added to several sums at a time. */
    static final int GROUP = 3;

    /** Values in a cache line of 64 bytes. */
    private static final int LINE = 16;

    /** Bytes of an array before its values, in values. */
    private static final int HEADER = 4;

    private Rows() {}

    /**
     * Takes memory for rows that are read together.
     *
     * <p>Each fills whole cache lines together with its header, so that rows that lie one behind the other begin at the
     * same place of a line: then the compiler's loop, which is aligned for one of them, is aligned for all. Without,
     * JDK 17 adds rows of 1024 values at 30 products a nanosecond instead of 70, and JDK 25 at 31 instead of 49.
     *
     * @return {@code count} rows of at least {@code length} values
     */
    static float[][] allocate(int count, int length) {
        var lines = (length + HEADER + LINE - 1) / LINE;
        return new float[count][lines * LINE - HEADER];
    }

    /**
     * Adds the product of a matrix with the first rows to the sums.
     *
     * @param length how much of each row is used
     * @param factors the matrix, {@code [sum][row]}, from {@code offset} on; its rows begin {@code stride} apart
     */
    static void add(float[][] sums, int length, float[][] rows, int count, float[] factors, int offset, int stride) {
        var s = 0;
        for (; s + 2 <= sums.length; s += 2) {
            addToTwo(
                    sums[s], sums[s + 1], length, rows, count, factors, offset + s * stride, offset + (s + 1) * stride);
        }
        if (s < sums.length) {
            add(sums[s], length, rows, count, factors, offset + s * stride);
        }
    }

    private static void addToTwo(
            float[] first,
            float[] second,
            int length,
            float[][] rows,
            int count,
            float[] factors,
            int firstOffset,
            int secondOffset) {
        var k = 0;
        var f = firstOffset;
        var g = secondOffset;
        for (; k + GROUP <= count; k += GROUP, f += GROUP, g += GROUP) {
            addThreeToTwo(
                    first,
                    second,
                    length,
                    rows[k],
                    rows[k + 1],
                    rows[k + 2],
                    factors[f],
                    factors[f + 1],
                    factors[f + 2],
                    factors[g],
                    factors[g + 1],
                    factors[g + 2]);
        }
        for (; k < count; k++, f++, g++) {
            addOneToTwo(first, second, length, rows[k], factors[f], factors[g]);
        }
    }

    private static void add(float[] sum, int length, float[][] rows, int count, float[] factors, int offset) {
        var k = 0;
        for (; k + 2 <= count; k += 2) {
            addTwo(sum, length, rows[k], rows[k + 1], factors[offset + k], factors[offset + k + 1]);
        }
        if (k < count) {
            addOne(sum, length, rows[k], factors[offset + k]);
        }
    }

    /**
     * Adds {@code factors[k] * rows[selection[k]]} for each of the first selected rows, in order.
     *
     * @param sum what is added to
     * @param length how much of each row is used
     */
    static void addSelected(float[] sum, int length, float[][] rows, int[] selection, float[] factors, int count) {
        var k = 0;
        for (; k + 5 <= count; k += 5) {
            addFive(
                    sum,
                    length,
                    rows[selection[k]],
                    rows[selection[k + 1]],
                    rows[selection[k + 2]],
                    rows[selection[k + 3]],
                    rows[selection[k + 4]],
                    factors[k],
                    factors[k + 1],
                    factors[k + 2],
                    factors[k + 3],
                    factors[k + 4]);
        }
        for (; k + 2 <= count; k += 2) {
            addTwo(sum, length, rows[selection[k]], rows[selection[k + 1]], factors[k], factors[k + 1]);
        }
        if (k < count) {
            addOne(sum, length, rows[selection[k]], factors[k]);
        }
    }

    private static void addThreeToTwo(
            float[] first,
            float[] second,
            int length,
            float[] a,
            float[] b,
            float[] c,
            float ka,
            float kb,
            float kc,
            float la,
            float lb,
            float lc) {
        for (var i = 0; i < length; i++) {
            first[i] = first[i] + ka * a[i] + kb * b[i] + kc * c[i];
            second[i] = second[i] + la * a[i] + lb * b[i] + lc * c[i];
        }
    }

    private static void addOneToTwo(float[] first, float[] second, int length, float[] a, float ka, float la) {
        for (var i = 0; i < length; i++) {
            first[i] = first[i] + ka * a[i];
            second[i] = second[i] + la * a[i];
        }
    }

    private static void addFive(
            float[] sum,
            int length,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float[] e,
            float ka,
            float kb,
            float kc,
            float kd,
            float ke) {
        for (var i = 0; i < length; i++) {
            sum[i] = sum[i] + ka * a[i] + kb * b[i] + kc * c[i] + kd * d[i] + ke * e[i];
        }
    }

    private static void addTwo(float[] sum, int length, float[] a, float[] b, float ka, float kb) {
        for (var i = 0; i < length; i++) {
            sum[i] = sum[i] + ka * a[i] + kb * b[i];
        }
    }

    private static void addOne(float[] sum, int length, float[] a, float ka) {
        for (var i = 0; i < length; i++) {
            sum[i] = sum[i] + ka * a[i];
        }
    }
}
