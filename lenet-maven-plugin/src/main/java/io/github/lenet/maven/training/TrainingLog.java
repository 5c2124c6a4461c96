package io.github.lenet.maven.training;

import static io.github.lenet.text.English.count;
import static io.github.lenet.text.Formatting.format;

import io.github.lenet.maven.worker.WorkerLog;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.worker.WorkerEvent;
import io.github.lenet.worker.WorkerEvent.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Writes the progress of a training into Maven's log: one line for each epoch, and one now and then while an epoch is
 * slow.
 */
final class TrainingLog extends WorkerLog {

    private static final int SHOWN_DIGITS = 12;

    private final TrainRequest request;
    private final String fingerprint;
    private int trainingImages;
    private final List<EpochResult> results = new ArrayList<>();
    private @Nullable Progress firstProgress;
    private long firstProgressTime;

    /**
     * Begins the log of one training.
     *
     * @param request what is trained
     * @param fingerprint of the inputs of the training
     * @param log where the lines go
     */
    TrainingLog(TrainRequest request, String fingerprint, Log log) {
        this(request, fingerprint, log, System::nanoTime);
    }

    TrainingLog(TrainRequest request, String fingerprint, Log log, LongSupplier clock) {
        super(request.dataset().name(), log, clock);
        this.request = request;
        this.fingerprint = fingerprint;
    }

    /** The line instead of a training. */
    static String kept(Path model, String why, String fingerprint) {
        return format(
                "Model %s %s: it was trained with the same inputs (fingerprint %s...)",
                model, why, fingerprint.substring(0, SHOWN_DIGITS));
    }

    @Override
    public void accept(WorkerEvent event) {
        if (event instanceof WorkerEvent.Started started) {
            trainingImages = started.trainingImages();
            say(start(started));
        } else if (event instanceof WorkerEvent.Resumed resumed) {
            results.addAll(resumed.epochs());
            say(resumption(resumed));
        } else if (event instanceof WorkerEvent.Progress progress) {
            if (firstProgress == null) {
                firstProgress = progress;
                firstProgressTime = now();
            }
            if (isSilent()) {
                say(format(
                        "epoch %d/%d: %,d of %,d images",
                        progress.epoch(), epochs(), progress.images(), trainingImages));
            }
        } else if (event instanceof WorkerEvent.EpochFinished finished) {
            results.add(finished.result());
            say(epoch(finished.result()));
        } else if (event instanceof WorkerEvent.Restored) {
            say(kept(
                    request.files().model(),
                    "comes from the cache, where another process has just put it",
                    fingerprint));
        } else if (event instanceof WorkerEvent.Finished finished) {
            finish(finished);
        } else {
            super.accept(event);
        }
    }

    private void finish(WorkerEvent.Finished finished) {
        if (request.hyperparameters().earlyStoppingPatience() > 0) {
            say(kept(finished.keptEpoch()));
        }
        var digest = finished.sha256().substring(0, SHOWN_DIGITS);
        say(format("Model %s, sha256 %s..., %.1f s", request.files().model(), digest, finished.seconds()));
    }

    private String kept(int epoch) {
        var stopped = results.size() == epochs()
                ? ""
                : format(
                        "Stopped after epoch %d: the validation loss has not fallen for %s. ",
                        results.size(), count(request.hyperparameters().earlyStoppingPatience(), "epoch"));
        return stopped
                + format(
                        "The model is that of epoch %d, with the lowest validation loss, %.4f",
                        epoch, results.get(epoch - 1).validationLoss());
    }

    /**
     * What is special about a training that the kernels do not compute.
     *
     * @param arithmetic what computes, as the inputs of the training have it
     * @return a line; empty for the kernels
     */
    static Optional<String> foreignArithmetic(String arithmetic) {
        return arithmetic.equals(TrainingInputs.KERNELS)
                ? Optional.empty()
                : Optional.of(format(
                        "Deeplearning4j's own layers compute (%s), not the Java kernels: the same inputs may give other bits",
                        arithmetic));
    }

    /**
     * Why there are fewer threads than the user asks for.
     *
     * @param request what is trained
     * @return a line; empty if there are not
     */
    static Optional<String> fewerThreads(TrainRequest request) {
        return request.worker().threads() <= request.threads()
                ? Optional.empty()
                : Optional.of(format(
                        "<threads> is %d, but a mini-batch of %d images, in groups of sixteen, is work for %s",
                        request.worker().threads(),
                        request.hyperparameters().batchSize(),
                        count(request.threads(), "thread")));
    }

    private String start(WorkerEvent.Started started) {
        var hyperparameters = request.hyperparameters();
        return format(
                "Training %s (%,d parameters) on %s of %s%s: %s, batches of %d, learning rate %s (%s%s)%s, augmentation %s,"
                        + " seed %d, %s with %s",
                started.network(),
                started.parameters(),
                count(started.trainingImages(), "image"),
                request.dataset().name(),
                started.validationImages() == 0 ? "" : format(", %,d held out", started.validationImages()),
                count(epochs(), "epoch"),
                hyperparameters.batchSize(),
                hyperparameters.learningRate(),
                hyperparameters.schedule(),
                hyperparameters.warmup() == 0 ? "" : format(", warm-up %d", hyperparameters.warmup()),
                hyperparameters.weightDecay() == 0 ? "" : format(", weight decay %s", hyperparameters.weightDecay()),
                hyperparameters.augmentation(),
                hyperparameters.seed(),
                started.backend(),
                count(request.threads(), "thread"));
    }

    private String resumption(WorkerEvent.Resumed resumed) {
        var done = resumed.epochs().size();
        var place = resumed.images() == 0
                ? format("epoch %d of %d", done, epochs())
                : format("%s of epoch %d of %d", count(resumed.images(), "image"), done + 1, epochs());
        return format("Going on after %s, from the checkpoint of %s", place, timeHere(resumed.checkpoint()));
    }

    /** The time of day on this machine, with the date where that is another one. */
    private static String timeHere(String instant) {
        var time = Instant.parse(instant).atZone(ZoneId.systemDefault()).toLocalDateTime();
        var pattern =
                time.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss";
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private String epoch(EpochResult result) {
        var left = (epochs() - result.epoch()) * secondsOfAnEpoch();
        return format(
                        "epoch %d/%d: loss %.4f, accuracy %.4f",
                        result.epoch(), epochs(), result.trainingLoss(), result.trainingAccuracy())
                + (result.validationAccuracy() == null
                        ? ""
                        : format(", validation accuracy %.4f", result.validationAccuracy()))
                + format(", %,.0f images/s", result.imagesPerSecond())
                + (result.epoch() == epochs() ? "" : ", " + duration(left) + " left");
    }

    /** Without what the JVM needs to become fast, which is most of the first epoch where epochs are short. */
    private double secondsOfAnEpoch() {
        if (results.size() > 1) {
            return results.stream()
                    .skip(1)
                    .mapToDouble(EpochResult::seconds)
                    .average()
                    .orElseThrow();
        }
        var first = results.get(0).seconds();
        if (firstProgress == null) {
            return first;
        }
        var seconds = (now() - firstProgressTime) * 1e-9;
        var images = trainingImages - firstProgress.images();
        return images > 0 ? Math.min(first, seconds * trainingImages / images) : first;
    }

    private int epochs() {
        return request.hyperparameters().epochs();
    }
}
