package io.github.lenet.worker;

import io.github.lenet.model.EpochResult;
import io.github.lenet.training.Checkpoint;
import io.github.lenet.training.TrainingListener;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells the parent how far the training is, once a second whatever it does meanwhile: a batch of thousands of images or
 * a validation takes longer than a parent waits for a sign of life.
 */
final class ProgressReporter implements TrainingListener, AutoCloseable {

  private final Parent parent;
  private final ScheduledExecutorService clock;
  private WorkerEvent.Progress progress;

  /**
   * Begins to report as soon as the training has started.
   *
   * @param parent whom to tell
   */
  ProgressReporter(Parent parent) {
    this.parent = parent;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void started(String backend, String network, int trainingImages, int validationImages, int parameters) {
    parent.send(new WorkerEvent.Started(backend, network, trainingImages, validationImages, parameters));
    clock.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void resumed(Checkpoint checkpoint) {
    parent.send(
        new WorkerEvent.Resumed(
            checkpoint.epochs(), checkpoint.running().images(), checkpoint.written().toString()));
  }

  @Override
  public synchronized void progressed(int epoch, int images) {
    progress = new WorkerEvent.Progress(epoch, images);
  }

  @Override
  public synchronized void epochFinished(EpochResult result) {
    parent.send(new WorkerEvent.EpochFinished(result));
    // What is sent from here on belongs to the next epoch, if there is one.
    progress = null;
  }

  private synchronized void report() {
    if (progress != null) {
      parent.send(progress);
    }
  }

  @Override
  public void close() {
    // Interrupts no report, unlike shutdownNow, and that is what would close the way to the parent.
    clock.shutdown();
  }
}
