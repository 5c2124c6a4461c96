package io.github.lenet.kernel;

/**
 * Where the values lie that the gradient of a weight sums over, which is of one layer's inputs and its outputs'
 * gradients: one of the two is taken singly, and of the other sixteen channels together.
 *
 * @param singles where each value taken singly lies, seen from its place
 * @param sixteens where each sixteen lie, seen from their place
 * @param singlePlaces the places, {@code [place][lane]}
 * @param sixteenPlaces the places, {@code [place][lane][width]}
 * @param width values that lie side by side for each lane, a multiple of sixteen
 */
record LaneProducts(int[] singles, int[] sixteens, int[] singlePlaces, int[] sixteenPlaces, int width) {

    /** Number of sums. */
    int size() {
        return singles.length * sixteens.length * Workspace.LANES;
    }
}
