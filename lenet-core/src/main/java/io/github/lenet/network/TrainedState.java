package io.github.lenet.network;

/**
 * A network, and how far it has been trained: where a training ends, and where the next one can begin.
 *
 * @param network what it has learnt
 * @param steps steps of the optimiser that led to the memory of Adam; 0 without it
 * @param epochs passes over training images that led to the parameters
 */
public record TrainedState(NetworkState network, int steps, int epochs) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or there are steps without the memory of Adam
     */
    public TrainedState {
        if (steps < 0 || epochs < 0) {
            throw new IllegalArgumentException(steps + " steps and " + epochs + " epochs are no training");
        }
        if (steps > 0 && network.updaterState() == null) {
            throw new IllegalArgumentException(steps + " steps need the state of Adam after them");
        }
    }
}
