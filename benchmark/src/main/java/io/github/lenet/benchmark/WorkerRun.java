package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Split;
import io.github.lenet.io.Json;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.model.TrainingData;
import io.github.lenet.model.TrainingInputs;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.worker.TrainingRequest;
import io.github.lenet.worker.TrainingWorker;
import io.github.lenet.worker.WorkerEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The worker of {@code lenet:train} from its start to its end: how long it takes to begin, and its memory. */
final class WorkerRun {

  private static final String TOKEN = "benchmark";
  private static final int ACCEPT_MILLISECONDS = 60_000;

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
    var requestFile = folder.resolve("request.json");
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(ACCEPT_MILLISECONDS);
      var data = new TrainingData(mnist.name(), mnist.classNames(), mnist.sha256(Split.TRAIN));
      new TrainingRequest(
              TrainingInputs.of(TrainingInputs.KERNELS, data, recipe),
              mnist.directory(),
              null,
              settings.processors(),
              folder.resolve("cache"),
              0,
              true,
              0,
              0,
              new Build(null, null),
              folder.resolve("model.zip"),
              folder.resolve("training.json"),
              folder.resolve("provenance.json"),
              server.getLocalPort(),
              TOKEN)
          .write(requestFile);
      var command = Contender.javaCommand(List.of(), TrainingWorker.class.getName(), requestFile.toString());
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(folder.resolve("worker.log").toFile());
      builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1"));
      var begin = System.nanoTime();
      // Its standard input stays open until it ends; otherwise it would think that this process is gone.
      var worker = builder.start();
      follow(server, worker, begin);
      return format(
          "The worker of lenet:train, with all of MNIST: %.1f s from its start to the first step, %.1f s to the written "
              + "archive (%d epochs)%s.",
          secondsToStart, (System.nanoTime() - begin) / 1e9, recipe.epochs(),
          peakKibibytes == 0 ? "" : format(", %d MiB of resident memory at most", peakKibibytes / 1024));
    }
  }

  private void follow(ServerSocket server, Process worker, long begin) throws IOException {
    watchMemory(worker);
    try (var socket = server.accept();
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var event = Json.parse(line, WorkerEvent.class, "an event of the worker");
        if (event instanceof WorkerEvent.Started) {
          secondsToStart = (System.nanoTime() - begin) / 1e9;
        } else if (event instanceof WorkerEvent.Failed failed) {
          throw new IOException(failed.message());
        }
      }
    } finally {
      worker.destroy();
    }
  }

  /** Looks until the process is gone; the operating system's maximum outlives every moment that is missed, but one. */
  private void watchMemory(Process worker) {
    var status = Path.of("/proc", Long.toString(worker.pid()), "status");
    var watch =
        new Thread(
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
