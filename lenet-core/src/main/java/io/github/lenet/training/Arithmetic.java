package io.github.lenet.training;

import io.github.lenet.network.NetworkState;

/**
 * What computes the steps of a training: the gradient of a mini-batch, and the move of Adam along it. The
 * {@link Trainer} decides the rest (images, order, epochs), so that every arithmetic trains on the same.
 *
 * <p>An instance holds the parameters and the state of Adam of one training, and belongs to one thread.
 */
interface Arithmetic extends AutoCloseable {

    /**
     * What computes, for people.
     *
     * @return for example {@code Java kernels on CPU}
     */
    String name();

    /**
     * Makes one step on the mean gradient of a mini-batch.
     *
     * @param batch the images and their labels
     * @param learningRate step size of Adam
     * @return how well the network did on them before the step
     */
    Score step(Batch batch, double learningRate);

    /**
     * The parameters after the last step.
     *
     * @return a copy, in Deeplearning4j's flat order
     */
    float[] parameters();

    /**
     * The state of Adam after the last step.
     *
     * @return a copy: the first moments of all parameters, then the second moments
     */
    float[] updaterState();

    /**
     * Goes on from a checkpoint.
     *
     * @param state the parameters and the state of Adam
     * @param steps number of steps that led there
     * @throws IllegalArgumentException if they are those of another network
     */
    void restore(NetworkState state, int steps);

    @Override
    void close();
}
