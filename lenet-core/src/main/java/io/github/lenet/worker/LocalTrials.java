package io.github.lenet.worker;

import io.github.lenet.cache.ResultCache;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.HoldOut;
import io.github.lenet.io.FileProblem;
import io.github.lenet.network.TrainedState;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.TrialRunner;
import io.github.lenet.search.TrialTraining;
import io.github.lenet.training.TrainingListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Trains the trials of a search in this process, a few side by side, with the images in memory once. What a training
 * gave is kept in the cache as soon as it is known, and one that was interrupted goes on from its checkpoint: so a
 * search that was killed only has to be begun again.
 */
final class LocalTrials implements TrialRunner<WorkerFailure>, AutoCloseable {

    private final SearchRequest request;
    private final Dataset images;
    private final @Nullable TrainedState initial;
    private final ResultCache results;
    private final Parent parent;
    private final TrainingListener signOfLife;
    private final ExecutorService threads;
    private final Map<Long, HoldOut> divided = new ConcurrentHashMap<>();
    private final long begin = System.nanoTime();

    /**
     * Prepares the threads.
     *
     * @param request what to search
     * @param images the training images, those to hold out among them
     * @param initial what every training goes on from, or null
     * @param results keeps what the trainings gave
     * @param parent whom to tell of trials
     * @param reporter tells the parent that something happens
     */
    LocalTrials(
            SearchRequest request,
            Dataset images,
            @Nullable TrainedState initial,
            ResultCache results,
            Parent parent,
            ProgressReporter reporter) {
        this.request = request;
        this.images = images;
        this.initial = initial;
        this.results = results;
        this.parent = parent;
        this.signOfLife = new TrainingListener() {
            @Override
            public void progressed(int epoch, int done) {
                reporter.progressed(epoch, done);
            }
        };
        this.threads = Executors.newFixedThreadPool(request.parallelTrials(), task -> {
            var thread = new Thread(task, "trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public List<TrialOutcome> run(List<TrialTraining> trainings) throws WorkerFailure {
        if (trainings.get(0).isConfirmation()) {
            parent.send(new WorkerEvent.Confirming(trainings.size()));
        }
        divided.keySet()
                .retainAll(trainings.stream()
                        .map(training -> training.hyperparameters().seed())
                        .collect(Collectors.toSet()));
        var running = new ExecutorCompletionService<TrialOutcome>(threads);
        // Fewer trainings than fit side by side are mostly the few that go on to all of their epochs.
        var sideBySide = Math.min(request.parallelTrials(), trainings.size());
        var threadsOfEach = Math.max(1, request.threads() / sideBySide);
        var futures = trainings.stream()
                .map(training -> running.submit(() -> outcome(training, threadsOfEach)))
                .toList();
        try {
            for (var ended = 0; ended < futures.size(); ended++) {
                // Whichever ends first: an error is not to wait for the others.
                resultOf(running.take());
            }
            var outcomes = new ArrayList<TrialOutcome>();
            for (var future : futures) {
                outcomes.add(resultOf(future));
            }
            return outcomes;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a search", e);
        }
    }

    private static TrialOutcome resultOf(Future<TrialOutcome> training) throws WorkerFailure, InterruptedException {
        try {
            return training.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkerFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @SuppressWarnings("try") // The lock is held, not read.
    private TrialOutcome outcome(TrialTraining training, int threadsOfEach) throws WorkerFailure {
        var fingerprint = request.inputs().with(training.hyperparameters()).sha256();
        var known = known(fingerprint, training);
        if (known.isPresent()) {
            return known.get();
        }
        var checkpoints = new CheckpointFolder(
                request.cacheDirectory(),
                fingerprint,
                Duration.ofSeconds(request.checkpointInterval()),
                message -> parent.send(new WorkerEvent.Warned(message)));
        try (var lock = checkpoints.lock(request.lockTimeout(), parent)) {
            // Whoever had the lock before may have had the same training.
            known = known(fingerprint, training);
            if (known.isPresent()) {
                return known.get();
            }
            checkpoints.deleteAbandoned();
            var outcome = training.outcome(
                    divided(training.hyperparameters()), threadsOfEach, initial, signOfLife, checkpoints);
            results.put(fingerprint, outcome);
            // Not before the result is on the disk: until then, an interruption must not cost the training.
            checkpoints.delete();
            return outcome;
        } catch (IOException e) {
            throw new WorkerFailure(
                    WorkerExit.CANNOT_WRITE,
                    "what a trial gave cannot be kept in <cacheDirectory>: " + FileProblem.describe(e)
                            + ". The search goes on where it was at the next call",
                    e);
        }
    }

    private Optional<TrialOutcome> known(String fingerprint, TrialTraining training) {
        return results.find(fingerprint, TrialOutcome.class)
                .filter(outcome -> outcome.isFailed()
                        || !training.isConfirmation()
                        || !outcome.imageLosses().isEmpty());
    }

    /** The images as trainings with these hyperparameters have them, divided once for all with the same seed. */
    HoldOut divided(Hyperparameters hyperparameters) {
        return divided.computeIfAbsent(
                hyperparameters.seed(), seed -> images.stratifiedHoldOut(hyperparameters.validationFraction(), seed));
    }

    @Override
    public void ended(TrialResult trial) {
        parent.send(new WorkerEvent.TrialEnded(trial));
    }

    @Override
    public boolean isTimeUp() {
        var budget = Duration.ofSeconds(request.timeBudget());
        return !budget.isZero() && System.nanoTime() - begin >= budget.toNanos();
    }

    /** Leaves trainings that still run to the end of this process: to interrupt a thread could close the socket. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
