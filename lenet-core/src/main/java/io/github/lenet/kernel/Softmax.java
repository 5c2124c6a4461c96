package io.github.lenet.kernel;

/** Softmax with cross-entropy; in double precision, for it is little work, and safe for any finite logits. */
final class Softmax {

    private Softmax() {}

    /**
     * Turns logits into probabilities, in place.
     *
     * @param exponentials room for one value for each class
     * @return the logarithm of the sum of the exponentials of the logits
     */
    static double apply(float[] logits, double[] exponentials) {
        int classes = exponentials.length;
        float largest = logits[argMax(logits, classes)];
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            exponentials[i] = StrictMath.exp((double) logits[i] - largest);
            sum += exponentials[i];
        }
        for (int i = 0; i < classes; i++) {
            logits[i] = (float) (exponentials[i] / sum);
        }
        return largest + StrictMath.log(sum);
    }

    /** The index of the largest of the first values, the first of them on a tie. */
    static int argMax(float[] values, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
