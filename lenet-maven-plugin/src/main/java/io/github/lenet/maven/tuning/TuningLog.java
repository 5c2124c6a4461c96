package io.github.lenet.maven.tuning;

import static io.github.lenet.text.English.count;
import static io.github.lenet.text.Formatting.format;

import io.github.lenet.maven.worker.WorkerLog;
import io.github.lenet.report.HyperparameterList;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Search;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.TrialResult.State;
import io.github.lenet.worker.WorkerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Writes the progress of a search into Maven's log: one line for each trial, and one now and then between them. */
final class TuningLog extends WorkerLog {

    private final TuneRequest request;
    private final List<TrialResult> trials = new ArrayList<>();
    private final long begin;
    private long idleSince;

    /**
     * Begins the log of one search, with what is searched.
     *
     * @param request what is searched
     * @param log where the lines go
     */
    TuningLog(TuneRequest request, Log log) {
        this(request, log, System::nanoTime);
    }

    TuningLog(TuneRequest request, Log log, LongSupplier clock) {
        super(request.dataset().name(), log, clock);
        this.request = request;
        this.begin = now();
        this.idleSince = begin;
        say(start());
    }

    @Override
    public void accept(WorkerEvent event) {
        if (event instanceof WorkerEvent.TrialEnded ended) {
            trials.add(ended.trial());
            say(line(ended.trial()));
        } else if (event instanceof WorkerEvent.Confirming confirming) {
            say(format(
                    "Confirming the best with fresh seeds: %s, about %s",
                    count(confirming.trainings(), "training"),
                    duration(confirming.trainings() * secondsOfAWholeTraining() / request.trialsAtATime())));
        } else if (event instanceof WorkerEvent.ClusterJoined joined) {
            say("The trials run on " + joined.cluster() + (joined.page() == null ? "" : ": " + joined.page()));
        } else if (event instanceof WorkerEvent.ClusterProgress progress) {
            watch(progress);
        } else if (event instanceof WorkerEvent.Progress) {
            if (isSilent()) {
                say(format("%d of %d trials are done", trials.size(), number()));
            }
        } else {
            super.accept(event);
        }
    }

    private void watch(WorkerEvent.ClusterProgress cluster) {
        if (cluster.trainings() > 0) {
            idleSince = now();
        }
        if (!isSilent()) {
            return;
        }
        if (cluster.trainings() > 0) {
            say(format(
                    "%d of %d trials are done; %s on %s",
                    trials.size(),
                    number(),
                    count(cluster.trainings(), "training"),
                    count(cluster.executors(), "executor")));
        } else {
            say(format(
                    "Waiting for the cluster, which has run nothing for %s: it has given %s. It may be busy, have no room for"
                            + " what the configuration of Spark asks for, or its executors do not start",
                    duration((now() - idleSince) / 1e9), count(cluster.executors(), "executor")));
        }
    }

    private String start() {
        var current = request.current();
        return format(
                "Searching %s: %s of %s for %s (pruning %s), objective %s, %.3g of the training images of %s held out, seed %d,"
                        + " %d at a time%s%s",
                request.space().line(),
                count(number(), "trial"),
                current.architecture(),
                count(current.epochs(), "epoch"),
                request.options().pruning(),
                request.options().objective(),
                current.validationFraction(),
                request.dataset().name(),
                current.seed(),
                request.trialsAtATime(),
                request.spark() == null ? "" : " on Spark",
                request.timeBudget().isZero()
                        ? ""
                        : ", no more trials after "
                                + duration((double) request.timeBudget().toSeconds()));
    }

    private String line(TrialResult trial) {
        var values = HyperparameterList.of(trial.values()).stream()
                .map(entry -> entry.name() + " " + entry.value())
                .collect(Collectors.joining(", "));
        return format("trial %d (%d/%d): %s: ", trial.number(), trials.size(), number(), values)
                + outcome(trial)
                + best().map(best -> format("; best so far %.4f (trial %d)", value(best), best.number()))
                        .orElse("")
                + (trials.size() == number() ? "" : ", " + duration(secondsLeft()) + " left");
    }

    private static String outcome(TrialResult trial) {
        return trial.state() == State.FAILED
                ? "failed, " + trial.failure()
                : format(
                        "loss %.4f, accuracy %.4f after %s",
                        trial.loss(), trial.accuracy(), count(trial.epochs(), "epoch"));
    }

    /** Of those that were trained the longest: a shorter training says less. */
    private Optional<TrialResult> best() {
        var isLoss = request.options().objective() == Objective.LOSS;
        return trials.stream()
                .filter(trial -> trial.state() != State.FAILED)
                .min(Comparator.<TrialResult>comparingInt(trial -> -trial.rung())
                        .thenComparingDouble(trial -> isLoss ? value(trial) : -value(trial)));
    }

    private double value(TrialResult trial) {
        var value = request.options().objective() == Objective.LOSS ? trial.loss() : trial.accuracy();
        return Objects.requireNonNull(value, "a trial that did not fail has a loss and an accuracy");
    }

    /** Whatever came from the cache was fast, so that the clock tells nothing: the trainings themselves were timed. */
    private double secondsLeft() {
        var ofTrials = seconds(trials) * (number() - trials.size());
        if (!request.timeBudget().isZero()) {
            var ofBudget =
                    request.timeBudget().minus(Duration.ofNanos(now() - begin)).toMillis() / 1e3;
            ofTrials = Math.min(ofTrials, Math.max(0, ofBudget) * request.trialsAtATime());
        }
        var ofConfirmation = Search.FRESH_SEEDS * (request.options().finalists() + 1) * secondsOfAWholeTraining();
        return (ofTrials + ofConfirmation) / request.trialsAtATime();
    }

    private double secondsOfAWholeTraining() {
        var whole = trials.stream()
                .filter(trial -> trial.state() == State.COMPLETED)
                .toList();
        return seconds(whole.isEmpty() ? trials : whole);
    }

    private static double seconds(List<TrialResult> trials) {
        return trials.stream().mapToDouble(TrialResult::seconds).average().orElse(0);
    }

    private int number() {
        return request.options().trials();
    }
}
