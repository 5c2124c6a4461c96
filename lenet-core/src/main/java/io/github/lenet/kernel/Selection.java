package io.github.lenet.kernel;

/**
 * The factors of a linear combination that are not zero, and the rows they belong to.
 *
 * <p>ReLU and maximum pooling leave many zeros: skipping them halves the time of the dense layers, and makes the gradients of the kernels
 * affordable. (Zero times infinity is therefore zero here.)
 */
final class Selection {

  private final int[] rows;
  private final float[] factors;
  private int count;

  Selection(int capacity) {
    rows = new int[capacity];
    factors = new float[capacity];
  }

  void clear() {
    count = 0;
  }

  /** Takes {@code length} factors for the rows from {@code row}, without a branch that could be mispredicted. */
  void addAll(int row, float[] values, int from, int length) {
    int[] rows = this.rows;
    float[] factors = this.factors;
    int count = this.count;
    for (int i = 0; i < length; i++) {
      float factor = values[from + i];
      rows[count] = row + i;
      factors[count] = factor;
      int magnitude = Float.floatToRawIntBits(factor) << 1;
      count += (magnitude | -magnitude) >>> 31;
    }
    this.count = count;
  }

  /** Adds the linear combination to a row. */
  void addTo(float[] sum, int length, float[][] source) {
    Rows.addSelected(sum, length, source, rows, factors, count);
  }
}
