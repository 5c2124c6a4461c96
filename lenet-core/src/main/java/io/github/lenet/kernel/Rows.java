package io.github.lenet.kernel;

/**
 * Adds multiples of rows to a row: the inner loop of every layer.
 *
 * <p>Rows are arrays of their own, all read at the same index, because that is what JDK 17 vectorises. Eight at a time: the sum
 * is then read and written once for eight products, and there are registers enough without AVX-512.
 */
final class Rows {

  private static final int GROUP = 8;

  private Rows() {}

  /**
   * Adds {@code factors[offset + k] * rows[k]} for each of the first rows, in a fixed order.
   *
   * @param sum what is added to
   * @param length how much of each row is used
   */
  static void add(float[] sum, int length, float[][] rows, float[] factors, int offset, int count) {
    int k = 0;
    for (int f = offset; k + GROUP <= count; k += GROUP, f += GROUP) {
      addEight(sum, length, rows[k], rows[k + 1], rows[k + 2], rows[k + 3], rows[k + 4], rows[k + 5], rows[k + 6], rows[k + 7],
          factors[f], factors[f + 1], factors[f + 2], factors[f + 3],
          factors[f + 4], factors[f + 5], factors[f + 6], factors[f + 7]);
    }
    if (k + 4 <= count) {
      int f = offset + k;
      addFour(sum, length, rows[k], rows[k + 1], rows[k + 2], rows[k + 3],
          factors[f], factors[f + 1], factors[f + 2], factors[f + 3]);
      k += 4;
    }
    for (; k < count; k++) {
      addOne(sum, length, rows[k], factors[offset + k]);
    }
  }

  /**
   * Adds {@code factors[k] * rows[selection[k]]} for each of the first selected rows, in a fixed order.
   *
   * @param sum what is added to
   * @param length how much of each row is used
   */
  static void addSelected(float[] sum, int length, float[][] rows, int[] selection, float[] factors, int count) {
    int k = 0;
    for (; k + GROUP <= count; k += GROUP) {
      addEight(sum, length, rows[selection[k]], rows[selection[k + 1]], rows[selection[k + 2]], rows[selection[k + 3]],
          rows[selection[k + 4]], rows[selection[k + 5]], rows[selection[k + 6]], rows[selection[k + 7]],
          factors[k], factors[k + 1], factors[k + 2], factors[k + 3],
          factors[k + 4], factors[k + 5], factors[k + 6], factors[k + 7]);
    }
    if (k + 4 <= count) {
      addFour(sum, length, rows[selection[k]], rows[selection[k + 1]], rows[selection[k + 2]], rows[selection[k + 3]],
          factors[k], factors[k + 1], factors[k + 2], factors[k + 3]);
      k += 4;
    }
    for (; k < count; k++) {
      addOne(sum, length, rows[selection[k]], factors[k]);
    }
  }

  private static void addEight(float[] sum, int length,
      float[] a, float[] b, float[] c, float[] d, float[] e, float[] f, float[] g, float[] h,
      float ka, float kb, float kc, float kd, float ke, float kf, float kg, float kh) {
    for (int i = 0; i < length; i++) {
      sum[i] += ((ka * a[i] + kb * b[i]) + (kc * c[i] + kd * d[i])) + ((ke * e[i] + kf * f[i]) + (kg * g[i] + kh * h[i]));
    }
  }

  private static void addFour(float[] sum, int length, float[] a, float[] b, float[] c, float[] d,
      float ka, float kb, float kc, float kd) {
    for (int i = 0; i < length; i++) {
      sum[i] += (ka * a[i] + kb * b[i]) + (kc * c[i] + kd * d[i]);
    }
  }

  private static void addOne(float[] sum, int length, float[] a, float ka) {
    for (int i = 0; i < length; i++) {
      sum[i] += ka * a[i];
    }
  }
}
