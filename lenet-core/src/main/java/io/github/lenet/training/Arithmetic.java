package io.github.lenet.training;

import io.github.lenet.kernel.Workers;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;

/**
 * What computes the steps of a training: the gradient of a mini-batch, and the move of Adam along it. The
 * {@link Trainer} decides the rest (images, order, epochs), so that every arithmetic trains on the same.
 *
 * <p>An instance holds the parameters and the state of Adam of one training, and belongs to one thread.
 */
public interface Arithmetic extends AutoCloseable {

    /** Begins a training with an arithmetic. */
    @FunctionalInterface
    interface Factory {

        /**
         * Begins a training.
         *
         * @param architecture the network, adapted to the images
         * @param hyperparameters what the user chose
         * @param parameters initial parameters, in Deeplearning4j's flat order; they belong to the arithmetic from now
         *     on
         * @param workers the threads to use; they change only the speed
         * @return the arithmetic, to be closed after the last step
         * @throws InvalidParameterException if this machine cannot compute with it
         */
        Arithmetic begin(
                Architecture architecture, Hyperparameters hyperparameters, float[] parameters, Workers workers);
    }

    /**
     * The plain-Java kernels, which need nothing but the processor.
     *
     * @return begins a training with them
     */
    static Factory kernels() {
        return KernelArithmetic::new;
    }

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
     * What the network has learnt after the last step.
     *
     * @return a copy, with the memory of Adam
     * @throws IllegalArgumentException if a number is no longer finite
     */
    NetworkState state();

    /**
     * Goes on from where a training has come.
     *
     * @param state what the network had learnt; without the memory of Adam, it begins anew
     * @param steps number of steps that led to that memory
     * @throws IllegalArgumentException if it is the state of another network
     */
    void restore(NetworkState state, int steps);

    /** Frees what the arithmetic holds outside of the heap. */
    @Override
    default void close() {}
}
