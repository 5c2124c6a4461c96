package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.dataset.Split;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.worker.EventServer;
import io.github.lenet.worker.TrainingRequest;
import io.github.lenet.worker.TrainingWorker;
import io.github.lenet.worker.WorkerEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The worker of {@code lenet:train} from its start to its end: how long it takes to begin, and its memory. */
final class WorkerRun {

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Settings settings;
    private double secondsToStart;
    private volatile long peakKibibytes;

    /**
     * Prepares the run.
     *
     * @param settings threads to use, and a folder for the results
     */
    WorkerRun(Settings settings) {
        this.settings = settings;
    }

    /**
     * Runs it.
     *
     * @param mnist the images
     * @param recipe what to train
     * @return a sentence
     * @throws IOException if the worker does not start, or fails
     */
    String measure(LocatedDataset mnist, Hyperparameters recipe) throws IOException {
        var folder = settings.folder();
        try (var server = EventServer.open()) {
            var data = new TrainingData(mnist.name(), mnist.classNames(), mnist.sha256(Split.TRAIN));
            var request = new TrainingRequest(
                    TrainingInputs.of(TrainingInputs.KERNELS, data, recipe),
                    mnist.directory(),
                    null,
                    settings.processors(),
                    new CacheDirectory(folder.resolve("cache"), false),
                    0,
                    true,
                    0,
                    0,
                    new Build(null, null),
                    new TrainedFiles(folder));
            var command = Contender.javaCommand(
                    List.of(), TrainingWorker.class.getName(), server.socket().toString());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(folder.resolve("worker.log").toFile());
            builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1"));
            var begin = System.nanoTime();
            var worker = builder.start();
            // Its standard input stays open until it ends; otherwise it would think that this process is gone.
            worker.getOutputStream().write((request.line() + "\n").getBytes(StandardCharsets.UTF_8));
            worker.getOutputStream().flush();
            follow(server, worker, begin);
            return format(
                    "The worker of lenet:train, with all of MNIST: %.1f s from its start to the first step, %.1f s to the written "
                            + "archive (%d epochs)%s.",
                    secondsToStart,
                    (System.nanoTime() - begin) / 1e9,
                    recipe.epochs(),
                    peakKibibytes == 0 ? "" : format(", %d MiB of resident memory at most", peakKibibytes / 1024));
        }
    }

    private void follow(EventServer server, Process worker, long begin) throws IOException {
        watchMemory(worker);
        try {
            while (worker.isAlive() && !server.hasEnded()) {
                var event = server.poll(GLANCE);
                if (event instanceof WorkerEvent.Started) {
                    secondsToStart = (System.nanoTime() - begin) / 1e9;
                } else if (event instanceof WorkerEvent.Failed failed) {
                    throw new IOException(failed.message());
                }
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } finally {
            worker.destroy();
        }
    }

    /**
     * Looks until the process is gone; the operating system's maximum outlives every moment that is missed, but one.
     */
    private void watchMemory(Process worker) {
        var status = Path.of("/proc", Long.toString(worker.pid()), "status");
        var watch = new Thread(
                () -> {
                    try {
                        while (worker.isAlive()) {
                            for (var line : Files.readAllLines(status)) {
                                if (line.startsWith("VmHWM:")) {
                                    peakKibibytes = Long.parseLong(line.replaceAll("\\D", ""));
                                }
                            }
                            Thread.sleep(20);
                        }
                    } catch (IOException | InterruptedException e) {
                        // The process has ended, or this is not Linux.
                    }
                },
                "memory-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
