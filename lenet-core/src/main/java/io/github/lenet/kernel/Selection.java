package io.github.lenet.kernel;

/**
 * The factors of a linear combination that are not zero, and the rows they belong to.
 *
 * <p>Maximum pooling leaves at most one gradient of four, and ReLU fewer still. (Zero times infinity is therefore zero
 * here.)
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

  /** Takes a factor that is not zero. */
  void add(int row, float factor) {
    rows[count] = row;
    factors[count] = factor;
    count++;
  }

  /** Takes factors for the first rows. */
  void addAll(float[] values, int length) {
    int[] rows = this.rows;
    float[] factors = this.factors;
    int count = 0;
    for (int i = 0; i < length; i++) {
      rows[count] = i;
      factors[count] = values[i];
      count += isNotZero(values[i]);
    }
    this.count = count;
  }

  /**
   * Takes factors for the rows of several blocks, of as many rows as there are factors.
   *
   * @param from place of the first factor
   * @param blocks block of each factor
   */
  void addFromBlocks(float[] values, int from, int length, float[] blocks) {
    int[] rows = this.rows;
    float[] factors = this.factors;
    int count = this.count;
    for (int i = 0; i < length; i++) {
      float factor = values[from + i];
      rows[count] = i + (int) blocks[from + i] * length;
      factors[count] = factor;
      count += isNotZero(factor);
    }
    this.count = count;
  }

  /** 1 or 0, without a branch: it would be mispredicted too often. */
  private static int isNotZero(float value) {
    int magnitude = Float.floatToRawIntBits(value) << 1;
    return (magnitude | -magnitude) >>> 31;
  }

  int count() {
    return count;
  }

  int row(int index) {
    return rows[index];
  }

  float factor(int index) {
    return factors[index];
  }

  /** Adds the linear combination to a row. */
  void addTo(float[] sum, int length, float[][] source) {
    Rows.addSelected(sum, length, source, rows, factors, count);
  }
}
