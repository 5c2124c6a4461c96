package io.github.lenet.kernel;

/** Softmax with cross-entropy; in double precision, for it is little work, and safe for any finite logits. */
public final class Softmax {

    private Softmax() {}

    /**
     * Turns logits into probabilities, in place.
     *
     * @param exponentials room for one value for each class
     * @return the logarithm of the sum of the exponentials of the logits
     */
    static double apply(float[] logits, double[] exponentials) {
        var classes = exponentials.length;
        var largest = logits[argMax(logits, 0, classes)];
        var sum = 0D;
        for (var i = 0; i < classes; i++) {
            exponentials[i] = StrictMath.exp((double) logits[i] - largest);
            sum += exponentials[i];
        }
        for (var i = 0; i < classes; i++) {
            logits[i] = (float) (exponentials[i] / sum);
        }
        return largest + StrictMath.log(sum);
    }

    /**
     * The class that a network answers.
     *
     * @param values logits or probabilities, perhaps of many images
     * @param offset where those of the image begin
     * @param classes number of classes
     * @return the class with the largest value, 0 to {@code classes - 1}; the first of them on a tie
     */
    public static int argMax(float[] values, int offset, int classes) {
        var best = 0;
        for (var i = 1; i < classes; i++) {
            if (values[offset + i] > values[offset + best]) {
                best = i;
            }
        }
        return best;
    }
}
