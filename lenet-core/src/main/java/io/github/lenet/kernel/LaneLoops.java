package io.github.lenet.kernel;

/**
 * The inner loops over planes of sixteen images side by side. Each result is a sum of its own, in an order that does
 * not depend on the width of vectors: so every implementation gives the same bits.
 */
interface LaneLoops {

    /**
     * The fastest that this JVM offers for so many images side by side.
     *
     * @see VectorModule
     */
    static LaneLoops fastest(int lanes) {
        return lanes == Workspace.LANES && VectorModule.isThere()
                ? VectorModule.instance(LaneLoops.class, "VectorLaneLoops")
                : new PlainLaneLoops(lanes);
    }

    /**
     * Computes sums of products of weights and values, at each position of some planes.
     *
     * @param sums which values are multiplied, and where the results go
     * @param weights {@code [output / 4][tap][output % 4]}, from {@code firstWeight} on; see {@link LaneSums#weight}
     * @param biases what the sum of each output is added to, from {@code firstBias} on; zero where {@code firstBias} is
     *     -1
     * @param adds whether the sums are added to what lies in their places instead
     */
    void sum(
            LaneSums sums,
            float[] values,
            float[] weights,
            int firstWeight,
            float[] biases,
            int firstBias,
            boolean adds,
            float[] results);

    /**
     * Computes the gradient of weights: sums over all places and lanes of products of one value with sixteen.
     *
     * @param products which values are multiplied
     * @param single a value for each lane
     * @param sixteen {@link LaneProducts#width()} values for each lane
     * @param adds whether they are added to the results
     * @param results {@code [single][sixteen][16]}
     */
    void sum(LaneProducts products, float[] single, float[] sixteen, boolean adds, float[] results);
}
