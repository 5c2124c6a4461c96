package io.github.lenet.kernel;

/** Changes parameters along a gradient. */
@FunctionalInterface
public interface Update {

    /**
     * Updates a range of the parameters. Several threads call this at the same time, each with ranges of its own.
     *
     * @param parameters all parameters, changed in place
     * @param gradient gradient of the mean loss of the mini-batch by each parameter
     * @param from first index of the range
     * @param to end of the range, exclusive
     */
    void apply(float[] parameters, float[] gradient, int from, int to);
}
