package io.github.lenet.training;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.TrainedState;
import io.github.lenet.recipe.Augmentation;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.LearningRates;
import io.github.lenet.training.Checkpoint.RunningEpoch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The passes over the training images. An instance makes them once. */
final class Epochs {

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final Training training;
    private final Hyperparameters hyperparameters;
    private final LearningRates learningRates;
    private final Batches batches;
    private final @Nullable Validation validation;
    private final Arithmetic arithmetic;
    private final TrainingListener listener;
    private final Checkpoints checkpoints;
    private final EarlyStopping earlyStopping;
    private final List<EpochResult> results = new ArrayList<>();
    private final long begin = System.nanoTime();
    private double secondsBefore;
    private RunningEpoch running = RunningEpoch.NOT_BEGUN;
    private int kept;
    private @Nullable NetworkState keptState;

    /**
     * What the passes gave.
     *
     * @param results one for each pass
     * @param kept number of the one after which the network is kept
     * @param state the network after it
     * @param seconds wall-clock time of all passes, their validation included
     */
    record Outcome(List<EpochResult> results, int kept, TrainedState state, double seconds) {}

    /**
     * Prepares the passes.
     *
     * @param training the images, how many passes, their step sizes, and when to stop before
     * @param arithmetic what makes the steps, with drawn parameters
     * @param parts the threads to prepare images and to validate with
     * @param listener is told of every batch and epoch
     * @param checkpoints keeps how far they have come
     */
    Epochs(Training training, Arithmetic arithmetic, Parts parts, TrainingListener listener, Checkpoints checkpoints) {
        this.training = training;
        this.hyperparameters = training.hyperparameters();
        this.learningRates = training.learningRates();
        var augmentation = Augmentation.named(hyperparameters.augmentation());
        this.batches = new Batches(training.images(), hyperparameters.batchSize(), augmentation, parts);
        this.validation = training.validation() == null
                ? null
                : new Validation(training.architecture().network(), training.validation(), parts);
        this.arithmetic = arithmetic;
        this.listener = listener;
        this.checkpoints = checkpoints;
        this.earlyStopping = new EarlyStopping(hyperparameters.earlyStoppingPatience());
    }

    /**
     * Makes all passes, or those that are left after the latest checkpoint.
     *
     * @param orderSeeds gives a seed for the order and the augmentation of each epoch: one for each, not one sequence
     *     of orders, so that any epoch can be repeated without the ones before it
     * @return what each gave, and the parameters to keep
     * @throws TrainingDivergedException if the loss is no longer a number
     */
    Outcome run(SeededRandom orderSeeds) {
        if (training.initial() != null) {
            arithmetic.restore(training.initial().network(), training.initial().steps());
        }
        checkpoints.latest(this::requireFitting).ifPresent(this::goOnFrom);
        results.forEach(finished -> orderSeeds.nextLong());
        while (results.size() < hyperparameters.epochs() && !earlyStopping.isOver()) {
            run(results.size() + 1, orderSeeds.nextLong());
        }
        var state = new TrainedState(
                Objects.requireNonNull(keptState, "no epoch was run"),
                stepsBefore() + kept * batches.perEpoch(),
                (training.initial() == null ? 0 : training.initial().epochs()) + kept);
        return new Outcome(results, kept, state, seconds());
    }

    /** A file can be whole and be of this training, and still not be what this training wrote. */
    private void requireFitting(Checkpoint checkpoint) {
        var network = training.architecture().network();
        checkpoint.current().requireFor(network);
        if (checkpoint.best() != null) {
            checkpoint.best().requireFor(network);
        }
        var left = hyperparameters.epochs() - checkpoint.epochs().size();
        var steps = checkpoint.running().steps();
        require(
                (left > 0 && steps < batches.perEpoch()) || (left == 0 && steps == 0),
                format(
                        "%d epochs and %d steps are more than those of the training",
                        checkpoint.epochs().size(), steps));
        for (var result : checkpoint.epochs()) {
            require(
                    (result.validationLoss() != null) == (validation != null)
                            && (result.validationAccuracy() != null) == (validation != null),
                    format("epoch %d is validated otherwise than in this training", result.epoch()));
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    private void goOnFrom(Checkpoint checkpoint) {
        for (var result : checkpoint.epochs()) {
            results.add(result);
            kept = earlyStopping.isToBeKept(result) ? result.epoch() : kept;
        }
        running = checkpoint.running();
        keptState = checkpoint.best() == null ? checkpoint.current() : checkpoint.best();
        secondsBefore = checkpoint.seconds();
        arithmetic.restore(checkpoint.current(), stepsBefore() + results.size() * batches.perEpoch() + running.steps());
        listener.resumed(checkpoint);
    }

    private int stepsBefore() {
        return training.initial() == null ? 0 : training.initial().steps();
    }

    private void run(int epoch, long orderSeed) {
        var pass = new Pass(epoch);
        listener.progressed(epoch, pass.total.images());
        batches.epoch(orderSeed, pass.steps, pass::step);
        var seconds = pass.seconds();
        var state = pass.state();
        var validated = validation == null ? null : validation.measure(state);
        var result = new EpochResult(
                epoch,
                learningRates.at(epoch * batches.perEpoch() - 1),
                pass.total.meanLoss(),
                pass.total.accuracy(),
                validated == null ? null : validated.meanLoss(),
                validated == null ? null : validated.accuracy(),
                seconds,
                pass.total.images() / seconds);
        finish(result, state);
    }

    /** One pass, while it runs. */
    private final class Pass {

        private final int epoch;
        private final long begin = System.nanoTime();
        private final double secondsBefore = running.seconds();
        private int steps = running.steps();
        private Score total = running.score();

        Pass(int epoch) {
            this.epoch = epoch;
        }

        void step(Batch batch) {
            var score = arithmetic.step(batch, learningRates.at((epoch - 1) * batches.perEpoch() + steps));
            steps++;
            total = total.plus(score);
            if (!Double.isFinite(score.loss())) {
                throw diverged("the loss is " + score.loss());
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the training was interrupted");
            }
            // After the last step, there is nothing left to do that would be worth a checkpoint of its own.
            if (steps < batches.perEpoch() && checkpoints.isDue()) {
                running = new RunningEpoch(steps, total.images(), total.loss(), total.correct(), seconds());
                save(state());
            }
            listener.progressed(epoch, total.images());
        }

        NetworkState state() {
            try {
                return arithmetic.state();
            } catch (IllegalArgumentException e) {
                throw diverged("the network's " + e.getMessage());
            }
        }

        private TrainingDivergedException diverged(String what) {
            return new TrainingDivergedException(what, total.images(), epoch, hyperparameters.learningRate());
        }

        double seconds() {
            return secondsBefore + secondsSince(begin);
        }
    }

    private void finish(EpochResult result, NetworkState state) {
        results.add(result);
        if (earlyStopping.isToBeKept(result)) {
            kept = result.epoch();
            keptState = state;
        }
        running = RunningEpoch.NOT_BEGUN;
        // Before anybody hears of the epoch: what has been told is not lost any more.
        save(state);
        listener.epochFinished(result);
    }

    @SuppressWarnings("ReferenceEquality") // The same object, whatever it holds.
    private void save(NetworkState state) {
        var seeksBest = hyperparameters.earlyStoppingPatience() > 0;
        var best = seeksBest && keptState != state ? keptState : null;
        checkpoints.save(new Checkpoint(Instant.now(), results, running, seconds(), state, best));
    }

    private double seconds() {
        return secondsBefore + secondsSince(begin);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / NANOSECONDS_PER_SECOND;
    }
}
