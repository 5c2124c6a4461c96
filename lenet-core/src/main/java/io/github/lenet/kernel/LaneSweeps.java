package io.github.lenet.kernel;

/**
 * What batch normalisation and pooling do with a plane: in turn, the lanes of each of its places. As in
 * {@link LaneLoops}, every implementation gives the same bits.
 */
interface LaneSweeps {

    /** The fastest that this JVM offers for so many images side by side. */
    static LaneSweeps fastest(int lanes) {
        return lanes == Workspace.LANES && VectorModule.isThere()
                ? VectorModule.instance(LaneSweeps.class, "VectorLaneSweeps")
                : new PlainLaneSweeps(lanes);
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

    /**
     * Raises results to the values that are larger.
     *
     * @param places where the lanes of each result begin
     * @param from where those of its value begin
     */
    void raise(int[] places, int first, float[] results, int[] from, int firstFrom, float[] values);

    /**
     * Adds gradients to those of the values that are equal to the results; these gradients become zero, so that they
     * are added once.
     *
     * @param places where the lanes of each result and its gradient begin
     * @param from where those of its value and the gradient of that begin
     */
    void passBack(
            int[] places,
            int first,
            float[] results,
            float[] gradients,
            int[] from,
            int firstFrom,
            float[] values,
            float[] valueGradients);
}
