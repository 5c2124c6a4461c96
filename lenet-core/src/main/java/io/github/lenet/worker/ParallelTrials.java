package io.github.lenet.worker;

import io.github.lenet.cache.ResultCache;
import io.github.lenet.io.FileProblem;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.TrialRunner;
import io.github.lenet.search.TrialTraining;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the trials of a search, a few side by side. What a training gave is kept in the cache as soon as it is known: so
 * a search that was killed only has to be begun again.
 */
abstract class ParallelTrials implements TrialRunner<WorkerFailure>, AutoCloseable {

    private final SearchRequest request;
    private final ResultCache results;
    private final Parent parent;
    private final ExecutorService threads;
    private final long begin = System.nanoTime();

    /**
     * Prepares the threads.
     *
     * @param request what to search
     * @param results keeps what the trainings gave
     * @param parent whom to tell of trials
     */
    ParallelTrials(SearchRequest request, ResultCache results, Parent parent) {
        this.request = request;
        this.results = results;
        this.parent = parent;
        this.threads = Executors.newFixedThreadPool(request.parallelTrials(), task -> {
            var thread = new Thread(task, "trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Trains, unless it is known already what that gives; called by several threads side by side.
     *
     * @param training what to train
     * @param sideBySide how many of them run at a time
     * @return what it gave
     * @throws WorkerFailure if it gave nothing
     */
    abstract TrialOutcome outcome(TrialTraining training, int sideBySide) throws WorkerFailure;

    @Override
    public List<TrialOutcome> run(List<TrialTraining> trainings) throws WorkerFailure {
        if (trainings.get(0).isConfirmation()) {
            parent.send(new WorkerEvent.Confirming(trainings.size()));
        }
        var running = new ExecutorCompletionService<TrialOutcome>(threads);
        // Fewer trainings than fit side by side are mostly the few that go on to all of their epochs.
        var sideBySide = Math.min(request.parallelTrials(), trainings.size());
        var futures = trainings.stream()
                .map(training -> running.submit(() -> outcome(training, sideBySide)))
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

    final String fingerprint(TrialTraining training) {
        return request.inputs().with(training.hyperparameters()).sha256();
    }

    /** What a training gave, if that is known. */
    final Optional<TrialOutcome> known(TrialTraining training) {
        return results.find(fingerprint(training), TrialOutcome.class).filter(outcome -> isWhole(outcome, training));
    }

    /** Whether an outcome has the losses of the images where they are wanted. */
    static boolean isWhole(TrialOutcome outcome, TrialTraining training) {
        return outcome.isFailed()
                || !training.isConfirmation()
                || !outcome.imageLosses().isEmpty();
    }

    /** Keeps what a training gave; it is on the disk when this returns. */
    final void keep(TrialTraining training, TrialOutcome outcome) throws WorkerFailure {
        try {
            results.put(fingerprint(training), outcome);
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    static WorkerFailure cannotKeep(IOException e) {
        return new WorkerFailure(
                WorkerExit.CANNOT_WRITE,
                "what a trial gave cannot be kept in <cacheDirectory>: " + FileProblem.describe(e)
                        + ". The search goes on where it was at the next call",
                e);
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
