package io.github.lenet.training;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.Shape;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Augmentation;
import io.github.lenet.recipe.Hyperparameters;
import java.util.concurrent.Executors;

/**
 * Trains a network from seeded parameters: each epoch goes once through all images, in an order of its own, in
 * mini-batches of which the last may be smaller. Equal hyperparameters and images give equal parameters, whatever the
 * number of threads.
 */
public final class Trainer {

    private final Arithmetic.Factory arithmetic;
    private final Hyperparameters hyperparameters;
    private final int threads;
    private final TrainingListener listener;

    /**
     * Prepares a training on the Java kernels.
     *
     * @param hyperparameters everything that changes the result
     * @param threads threads to use, at least 1, and no more of them than there is work for; changes only the speed
     * @param listener is told of the progress
     */
    public Trainer(Hyperparameters hyperparameters, int threads, TrainingListener listener) {
        this(Arithmetic.KERNELS, hyperparameters, threads, listener);
    }

    /**
     * Prepares a training.
     *
     * @param arithmetic what computes
     * @param hyperparameters everything that changes the result
     * @param threads threads to use, at least 1, and no more of them than there is work for; changes only the speed
     * @param listener is told of the progress
     */
    public Trainer(
            Arithmetic.Factory arithmetic, Hyperparameters hyperparameters, int threads, TrainingListener listener) {
        this.arithmetic = arithmetic;
        this.hyperparameters = hyperparameters;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * Trains, from the beginning to the end.
     *
     * @param training the images to train on, which the network is adapted to
     * @param validation held-out images of the same size and classes to measure after each epoch, or null
     * @return the trained network
     * @throws InvalidParameterException if the architecture cannot be adapted to the images, there are none, or this
     *     machine cannot compute with what is asked for
     * @throws TrainingDivergedException if the loss is no longer a number
     */
    public TrainedNetwork train(Dataset training, Dataset validation) {
        return train(training, validation, null, Checkpoints.NONE);
    }

    /**
     * Trains, from the latest checkpoint if there is one. On the kernels, that gives the same bits as a training from
     * the beginning.
     *
     * @param training the images to train on, which the network is adapted to
     * @param validation held-out images of the same size and classes to measure after each epoch, or null
     * @param initial what to go on from instead of drawn parameters, or null; of the network that these images call for
     * @param checkpoints keeps how far this training has come
     * @return the trained network
     * @throws InvalidParameterException if the architecture cannot be adapted to the images, there are none, or this
     *     machine cannot compute with what is asked for
     * @throws TrainingDivergedException if the loss is no longer a number
     */
    public TrainedNetwork train(Dataset training, Dataset validation, InitialModel initial, Checkpoints checkpoints) {
        var architecture = architecture(training);
        if (validation != null
                && !architecture.toString().equals(architecture(validation).toString())) {
            throw new InvalidParameterException(
                    "dataset", validation.name(), "has other images to validate on than to train on, or other classes");
        }
        var seeds = new SeededRandom(hyperparameters.seed());
        var drawn = SeededParameters.of(architecture, new SeededRandom(seeds.nextLong()));
        var orderSeeds = new SeededRandom(seeds.nextLong());
        var executor = Executors.newFixedThreadPool(Math.min(threads, Parts.COUNT));
        try (var computing = arithmetic.begin(architecture, hyperparameters, drawn, threads)) {
            var parts = new Parts(executor);
            var augmentation = Augmentation.named(hyperparameters.augmentation());
            var batches = new Batches(training, hyperparameters.batchSize(), augmentation, parts);
            var measured = validation == null ? null : new Validation(architecture.network(), validation, parts);
            listener.started(
                    computing.name(),
                    architecture.toString(),
                    training.size(),
                    validation == null ? 0 : validation.size(),
                    drawn.length);
            var stepsBefore = initial == null ? 0 : initial.steps();
            var epochsBefore = initial == null ? 0 : initial.epochs();
            if (initial != null) {
                computing.restore(new NetworkState(initial.parameters(), initial.updaterState()), stepsBefore);
            }
            var epochs = new Epochs(hyperparameters, stepsBefore, batches, measured, computing, listener, checkpoints);
            var outcome = epochs.run(orderSeeds);
            var kept = outcome.kept();
            return new TrainedNetwork(
                    architecture,
                    computing.name(),
                    outcome.results(),
                    kept.epoch(),
                    outcome.seconds(),
                    stepsBefore + kept.epoch() * batches.perEpoch(),
                    epochsBefore + kept.epoch(),
                    outcome.state());
        } finally {
            executor.shutdownNow();
        }
    }

    /**
     * The network for these images.
     *
     * @param training the images to train on
     * @return the architecture, adapted to them
     * @throws InvalidParameterException if it cannot be adapted to them, or there are none
     */
    public Architecture architecture(Dataset training) {
        var known = Architecture.named(hyperparameters.architecture());
        try {
            if (training.size() == 0) {
                throw new IllegalArgumentException("there are no images");
            }
            return known.adaptedTo(
                    new Shape(1, training.height(), training.width()),
                    training.classNames().size());
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("dataset", training.name(), "cannot be trained on: " + e.getMessage());
        }
    }
}
