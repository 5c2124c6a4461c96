package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.kernel.Workers;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.concurrent.CancellationException;

/**
 * Trains networks: each epoch goes once through all images, in an order of its own, in mini-batches of which the last
 * may be smaller. On the Java kernels, equal {@linkplain Training trainings} give equal parameters, whatever the number
 * of threads, the machine, and what else runs in this process.
 *
 * <p>Needs no file and no other process. Any number of threads may train with one instance at the same time.
 */
public final class Trainer {

    private final Arithmetic.Factory arithmetic;
    private final int threads;

    /**
     * Trains on the Java kernels.
     *
     * @param threads threads to use for each training, at least 1; changes only the speed
     */
    public Trainer(int threads) {
        this(Arithmetic.kernels(), threads);
    }

    /**
     * Trains with an arithmetic.
     *
     * @param arithmetic what computes
     * @param threads threads to use for each training, at least 1; changes only the speed
     */
    public Trainer(Arithmetic.Factory arithmetic, int threads) {
        this.arithmetic = arithmetic;
        this.threads = threads;
    }

    /**
     * Trains, from the beginning to the end.
     *
     * @param training what to train
     * @return the trained network
     * @throws InvalidParameterException if the architecture cannot be adapted to the images, there are none, or this
     *     machine cannot compute with what is asked for
     * @throws TrainingDivergedException if the loss or a parameter is no longer a number
     * @throws CancellationException if the thread is interrupted
     */
    public TrainedNetwork train(Training training) {
        return train(training, new TrainingListener() {}, Checkpoints.NONE);
    }

    /**
     * Trains, from the latest checkpoint if there is one. On the kernels, that gives the same bits as a training from
     * the beginning.
     *
     * @param training what to train
     * @param listener is told of the progress
     * @param checkpoints keeps how far this training has come
     * @return the trained network
     * @throws InvalidParameterException if the architecture cannot be adapted to the images, there are none, or this
     *     machine cannot compute with what is asked for
     * @throws TrainingDivergedException if the loss or a parameter is no longer a number
     * @throws CancellationException if the thread is interrupted; the latest checkpoint stays
     */
    public TrainedNetwork train(Training training, TrainingListener listener, Checkpoints checkpoints) {
        var architecture = training.architecture();
        var hyperparameters = training.hyperparameters();
        var seeds = new SeededRandom(hyperparameters.seed());
        var drawn = SeededParameters.of(architecture, new SeededRandom(seeds.nextLong()));
        var orderSeeds = new SeededRandom(seeds.nextLong());
        try (var workers = new Workers(Math.min(threads, Parts.COUNT));
                var computing = arithmetic.begin(architecture, hyperparameters, drawn, workers)) {
            listener.started(
                    computing.name(),
                    architecture.toString(),
                    training.images().size(),
                    training.validation() == null ? 0 : training.validation().size(),
                    architecture.parameterCount());
            var epochs = new Epochs(training, computing, new Parts(workers), listener, checkpoints);
            var outcome = epochs.run(orderSeeds);
            return new TrainedNetwork(
                    architecture,
                    computing.name(),
                    outcome.results(),
                    outcome.kept(),
                    outcome.seconds(),
                    outcome.state());
        }
    }
}
