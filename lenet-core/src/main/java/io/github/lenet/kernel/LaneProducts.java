package io.github.lenet.kernel;

/**
 * Where the values lie that the gradient of a weight sums over, which is of one layer's inputs and its outputs'
 * gradients: one of the two is taken singly, and of the other sixteen channels together. The places are taken in runs,
 * of places that lie side by side.
 *
 * @param singles where each value taken singly lies, seen from its place
 * @param sixteens where each sixteen lie, seen from their place
 * @param singleRuns where each run begins, {@code [place][lane]}
 * @param sixteenRuns where each run begins, {@code [place][lane][width]}
 * @param runLength lanes of all places of a run, a multiple of sixteen
 * @param width values that lie side by side for each lane, a multiple of sixteen
 */
record LaneProducts(int[] singles, int[] sixteens, int[] singleRuns, int[] sixteenRuns, int runLength, int width) {

    /** Number of sums. */
    int size() {
        return singles.length * sixteens.length * Workspace.LANES;
    }
}
