package io.github.lenet.kernel;

/** Softmax with cross-entropy; in double precision, for it is little work, and safe for any finite logits. */
final class Softmax {

  private Softmax() {}

  /**
   * Turns logits into probabilities, in place.
   *
   * @return the logarithm of the sum of the exponentials of the logits
   */
  static double apply(float[] logits, double[] exponentials) {
    float largest = logits[0];
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      exponentials[i] = StrictMath.exp((double) logits[i] - largest);
      sum += exponentials[i];
    }
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (exponentials[i] / sum);
    }
    return largest + StrictMath.log(sum);
  }

  /** The index of the largest value, the first of them on a tie. */
  static int argMax(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
