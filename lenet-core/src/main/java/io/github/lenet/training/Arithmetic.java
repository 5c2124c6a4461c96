package io.github.lenet.training;

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
         * @param threads threads to use, at least 1; changes only the speed
         * @return the arithmetic, to be closed after the last step
         * @throws InvalidParameterException if this machine cannot compute with it
         */
        Arithmetic begin(Architecture architecture, Hyperparameters hyperparameters, float[] parameters, int threads);
    }

    /** The plain-Java kernels, which need nothing but the processor. */
    Factory KERNELS = KernelArithmetic::new;

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
