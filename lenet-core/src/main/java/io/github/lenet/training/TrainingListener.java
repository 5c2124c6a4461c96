package io.github.lenet.training;

import io.github.lenet.recipe.EpochResult;

/** Watches a training. Its methods are called on the thread that trains, so that slow ones slow the training down. */
public interface TrainingListener {

    /**
     * The network is built, and the first epoch begins.
     *
     * @param backend what computes, for people: {@code Java kernels on CPU}
     * @param network the architecture, for people: {@code lenet5 adapted to 32 x 32 images in 43 classes}
     * @param trainingImages images that are trained on
     * @param validationImages images that are held out, 0 without a hold-out
     * @param parameters trainable parameters of the network
     */
    default void started(String backend, String network, int trainingImages, int validationImages, int parameters) {}

    /**
     * The training does not begin anew; called after {@link #started}.
     *
     * @param checkpoint where it goes on
     */
    default void resumed(Checkpoint checkpoint) {}

    /**
     * An epoch begins, or a mini-batch of it is done.
     *
     * @param epoch number of the running epoch, from 1
     * @param images images of this epoch that are done
     */
    default void progressed(int epoch, int images) {}

    /**
     * An epoch is done, its validation included.
     *
     * @param result what it gave
     */
    default void epochFinished(EpochResult result) {}
}
