package io.github.lenet.maven.worker;

import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;

/** Decides when a worker that says nothing, or takes too long, counts as hanging. */
final class Patience {

  private final WorkerJob job;
  private final long started = System.nanoTime();
  private long lastHeard = started;
  private boolean heard;

  Patience(WorkerJob job) {
    this.job = job;
  }

  /** The worker has sent an event. */
  void heard() {
    heard = true;
    lastHeard = System.nanoTime();
  }

  /**
   * Looks at the clock.
   *
   * @throws MojoExecutionException if a limit has passed
   */
  void check() throws MojoExecutionException {
    if (job.isDebugged()) {
      return;
    }
    var limits = job.limits();
    if (!limits.total().isZero() && since(started).compareTo(limits.total()) > 0) {
      throw new MojoExecutionException(
          "The training has not ended within the " + limits.total().toSeconds()
              + " s of <forkedProcessTimeoutInSeconds>, and was stopped. Raise that limit, or train fewer <epochs>."
              + WorkerFailure.output(job));
    }
    if (!heard && since(started).compareTo(limits.start()) > 0) {
      throw new MojoExecutionException(
          "The training's JVM has not reported within " + limits.start().toSeconds()
              + " s after its start, and was stopped." + WorkerFailure.output(job));
    }
    if (heard && since(lastHeard).compareTo(limits.silence()) > 0) {
      throw new MojoExecutionException(
          "The training has been silent for " + limits.silence().toSeconds() + " s, and was stopped."
              + WorkerFailure.output(job));
    }
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }
}
