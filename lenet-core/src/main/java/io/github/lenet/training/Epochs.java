package io.github.lenet.training;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.Schedule;
import io.github.lenet.training.Checkpoint.RunningEpoch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The passes over the training images. An instance makes them once. */
final class Epochs {

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final Hyperparameters hyperparameters;
    private final int stepsBefore;
    private final Schedule schedule;
    private final Batches batches;
    private final Validation validation;
    private final Arithmetic arithmetic;
    private final TrainingListener listener;
    private final Checkpoints checkpoints;
    private final EarlyStopping earlyStopping;
    private final List<EpochResult> results = new ArrayList<>();
    private final long begin = System.nanoTime();
    private double secondsBefore;
    private RunningEpoch running = RunningEpoch.NOT_BEGUN;
    private EpochResult kept;
    private NetworkState keptState;

    /**
     * What the passes gave.
     *
     * @param results one for each pass
     * @param kept the one of them after which the network is kept
     * @param state the network after it
     * @param seconds wall-clock time of all passes, their validation included
     */
    record Outcome(List<EpochResult> results, EpochResult kept, NetworkState state, double seconds) {}

    /**
     * Prepares the passes.
     *
     * @param hyperparameters how many, their step sizes, and when to stop before
     * @param stepsBefore number of steps that led to the network which the first of them begins with
     * @param batches the images
     * @param validation what to measure after each epoch, or null
     * @param arithmetic what makes the steps
     * @param listener is told of every batch and epoch
     * @param checkpoints keeps how far they have come
     */
    Epochs(
            Hyperparameters hyperparameters,
            int stepsBefore,
            Batches batches,
            Validation validation,
            Arithmetic arithmetic,
            TrainingListener listener,
            Checkpoints checkpoints) {
        this.hyperparameters = hyperparameters;
        this.stepsBefore = stepsBefore;
        this.schedule = Schedule.named(hyperparameters.schedule());
        this.batches = batches;
        this.validation = validation;
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
        checkpoints.latest(this::requireFitting).ifPresent(this::goOnFrom);
        results.forEach(finished -> orderSeeds.nextLong());
        while (results.size() < hyperparameters.epochs() && !earlyStopping.isOver()) {
            finish(run(results.size() + 1, orderSeeds.nextLong()));
        }
        return new Outcome(results, kept, keptState, seconds());
    }

    /** A file can be whole and be of this training, and still not be what this training wrote. */
    private void requireFitting(Checkpoint checkpoint) {
        int parameters = arithmetic.parameters().length;
        boolean states = checkpoint.current().parameters().length == parameters
                && (checkpoint.best() == null || checkpoint.best().parameters().length == parameters);
        require(states, format("it has not the %d parameters of the network", parameters));
        int left = hyperparameters.epochs() - checkpoint.epochs().size();
        int steps = checkpoint.running().steps();
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
            kept = earlyStopping.isToBeKept(result) ? result : kept;
        }
        running = checkpoint.running();
        keptState = checkpoint.best() == null ? checkpoint.current() : checkpoint.best();
        secondsBefore = checkpoint.seconds();
        arithmetic.restore(checkpoint.current(), stepsBefore + results.size() * batches.perEpoch() + running.steps());
        listener.resumed(checkpoint);
    }

    private EpochResult run(int epoch, long orderSeed) {
        var pass = new Pass(epoch);
        listener.progressed(epoch, pass.total.images());
        batches.epoch(orderSeed, pass.steps, pass::step);
        var seconds = pass.seconds();
        var validated = validation == null ? null : validation.measure(arithmetic.parameters());
        return new EpochResult(
                epoch,
                learningRate(epoch * batches.perEpoch() - 1),
                pass.total.meanLoss(),
                pass.total.accuracy(),
                validated == null ? null : validated.meanLoss(),
                validated == null ? null : validated.accuracy(),
                seconds,
                pass.total.images() / seconds);
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
            var score = arithmetic.step(batch, learningRate((epoch - 1) * batches.perEpoch() + steps));
            steps++;
            total = total.plus(score);
            if (!Double.isFinite(score.loss())) {
                throw new TrainingDivergedException(
                        epoch, total.images(), score.loss(), hyperparameters.learningRate());
            }
            // After the last step, there is nothing left to do that would be worth a checkpoint of its own.
            if (steps < batches.perEpoch() && checkpoints.isDue()) {
                running = new RunningEpoch(steps, total.images(), total.loss(), total.correct(), seconds());
                save(state());
            }
            listener.progressed(epoch, total.images());
        }

        double seconds() {
            return secondsBefore + secondsSince(begin);
        }
    }

    private void finish(EpochResult result) {
        var state = state();
        results.add(result);
        if (earlyStopping.isToBeKept(result)) {
            kept = result;
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

    private NetworkState state() {
        return new NetworkState(arithmetic.parameters(), arithmetic.updaterState());
    }

    private double learningRate(int step) {
        return schedule.learningRate(
                hyperparameters.learningRate(), step, hyperparameters.epochs() * batches.perEpoch());
    }

    private double seconds() {
        return secondsBefore + secondsSince(begin);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / NANOSECONDS_PER_SECOND;
    }
}
