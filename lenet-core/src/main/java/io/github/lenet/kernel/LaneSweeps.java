package io.github.lenet.kernel;

/**
 * What batch normalisation does with a plane: in turn, the lanes of each of its places. As in {@link LaneLoops}, every
 * implementation gives the same bits.
 */
interface LaneSweeps {

    /** The fastest that this JVM offers for training. */
    static LaneSweeps fastest() {
        return VectorModule.isThere()
                ? VectorModule.instance(LaneSweeps.class, "VectorLaneSweeps")
                : new PlainLaneSweeps();
    }

    /**
     * Computes, for each lane, the sum of the values.
     *
     * @param places where the lanes of each place begin in a plane
     * @param first where the plane begins
     * @param sums one for each lane
     */
    void sum(int[] places, int first, float[] values, float[] sums);

    /**
     * Computes, for each lane, the sum of the squares of the distances from a mean.
     *
     * @param sums one for each lane
     */
    void sumSquares(int[] places, int first, float[] values, float mean, float[] sums);

    /**
     * Computes {@code (value - mean) * factor + shift}, or the limit where that is lower.
     *
     * @param results where they go, to the places of the values
     */
    void normalize(
            int[] places,
            int first,
            float[] values,
            float mean,
            float factor,
            float shift,
            float limit,
            float[] results);

    /**
     * Sets the gradients to zero whose results are not above a limit; computes, for each lane, the sum of the
     * gradients, and of each times {@code (value - mean) * factor}.
     *
     * @param gradients changed in place
     * @param sums one for each lane
     * @param products one for each lane
     */
    void sumGradients(
            int[] places,
            int first,
            float[] gradients,
            float[] results,
            float limit,
            float[] values,
            float mean,
            float factor,
            float[] sums,
            float[] products);

    /**
     * Computes {@code scale * (gradient - meanGradient - (value - mean) * factor * meanProduct)}.
     *
     * @param results where they go, to the places of the gradients
     */
    void subtractMeans(
            int[] places,
            int first,
            float[] gradients,
            float meanGradient,
            float[] values,
            float mean,
            float factor,
            float meanProduct,
            float scale,
            float[] results);
}
