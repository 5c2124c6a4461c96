package io.github.lenet.kernel;

/**
 * Adds multiples of rows to a row: the inner loop of every layer.
 *
 * <p>Rows are arrays of their own, all read at the same index, because that is what JDK 17 vectorises. Five at a
 * time, because that is how many JDK 17 vectorises: 45 products a nanosecond, with six there are 5 (on a core of an
 * AMD EPYC 9005).
 */
final class Rows {

  /** How many rows are best added at a time. */
  static final int GROUP = 5;

  private Rows() {}

  /**
   * Adds {@code factors[offset + k] * rows[k]} for each of the first rows, in order.
   *
   * @param sum what is added to
   * @param length how much of each row is used
   */
  static void add(float[] sum, int length, float[][] rows, float[] factors, int offset, int count) {
    int k = 0;
    int f = offset;
    for (; k + GROUP <= count; k += GROUP, f += GROUP) {
      addFive(sum, length, rows[k], rows[k + 1], rows[k + 2], rows[k + 3], rows[k + 4],
          factors[f], factors[f + 1], factors[f + 2], factors[f + 3], factors[f + 4]);
    }
    for (; k + 2 <= count; k += 2, f += 2) {
      addTwo(sum, length, rows[k], rows[k + 1], factors[f], factors[f + 1]);
    }
    if (k < count) {
      addOne(sum, length, rows[k], factors[f]);
    }
  }

  /**
   * Adds {@code factors[k] * rows[selection[k]]} for each of the first selected rows, in order.
   *
   * @param sum what is added to
   * @param length how much of each row is used
   */
  static void addSelected(float[] sum, int length, float[][] rows, int[] selection, float[] factors, int count) {
    int k = 0;
    for (; k + GROUP <= count; k += GROUP) {
      addFive(sum, length, rows[selection[k]], rows[selection[k + 1]], rows[selection[k + 2]], rows[selection[k + 3]],
          rows[selection[k + 4]], factors[k], factors[k + 1], factors[k + 2], factors[k + 3], factors[k + 4]);
    }
    for (; k + 2 <= count; k += 2) {
      addTwo(sum, length, rows[selection[k]], rows[selection[k + 1]], factors[k], factors[k + 1]);
    }
    if (k < count) {
      addOne(sum, length, rows[selection[k]], factors[k]);
    }
  }

  private static void addFive(float[] sum, int length, float[] a, float[] b, float[] c, float[] d, float[] e,
      float ka, float kb, float kc, float kd, float ke) {
    for (int i = 0; i < length; i++) {
      sum[i] = sum[i] + ka * a[i] + kb * b[i] + kc * c[i] + kd * d[i] + ke * e[i];
    }
  }

  private static void addTwo(float[] sum, int length, float[] a, float[] b, float ka, float kb) {
    for (int i = 0; i < length; i++) {
      sum[i] = sum[i] + ka * a[i] + kb * b[i];
    }
  }

  private static void addOne(float[] sum, int length, float[] a, float ka) {
    for (int i = 0; i < length; i++) {
      sum[i] = sum[i] + ka * a[i];
    }
  }
}
