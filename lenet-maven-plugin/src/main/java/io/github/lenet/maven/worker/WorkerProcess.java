package io.github.lenet.maven.worker;

import io.github.lenet.worker.WorkerEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;

/** A running worker. Closing it ends the process, if it still runs, together with all that belongs to it. */
final class WorkerProcess implements AutoCloseable {

  /** How often to look whether the process still lives. */
  private static final Duration GLANCE = Duration.ofMillis(200);

  /** How long an ended or killed process may take to disappear, and its last words to arrive. */
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final Process process;
  private final WorkerJob job;
  private final OutputDump output;
  private final Thread shutdownHook;
  private WorkerEvent.Result result;
  private String complaint;

  WorkerProcess(Process process, WorkerJob job) throws IOException {
    this.process = process;
    this.job = job;
    shutdownHook = new Thread(this::kill, "lenet-worker-shutdown");
    Runtime.getRuntime().addShutdownHook(shutdownHook);
    try {
      output = new OutputDump(process, job.outputFile());
    } catch (IOException e) {
      kill();
      throw e;
    }
  }

  /** Hands on every event until the process ends. */
  WorkerEvent.Result follow(EventServer server, Consumer<WorkerEvent> listener)
      throws InterruptedException, MojoExecutionException {
    var clock = new Patience(job, System::nanoTime);
    while (process.isAlive()) {
      var event = server.poll(GLANCE);
      if (event != null) {
        clock.heard(event);
        take(event, listener);
      }
      clock.check();
    }
    server.drain(FAREWELL);
    for (var event = server.poll(Duration.ZERO); event != null; event = server.poll(Duration.ZERO)) {
      take(event, listener);
    }
    output.join(FAREWELL);
    return result(server);
  }

  private void take(WorkerEvent event, Consumer<WorkerEvent> listener) {
    if (event instanceof WorkerEvent.Result last) {
      result = last;
    } else if (event instanceof WorkerEvent.Failed failed) {
      complaint = failed.message();
    }
    listener.accept(event);
  }

  private WorkerEvent.Result result(EventServer server) throws MojoExecutionException {
    if (process.exitValue() == 0 && result != null) {
      return result;
    }
    if (server.failure() != null && complaint == null) {
      throw new MojoExecutionException(
          "The training's messages cannot be read: " + server.failure().getMessage() + WorkerFailure.output(job),
          server.failure());
    }
    throw new MojoExecutionException(WorkerFailure.explain(process.exitValue(), complaint, job));
  }

  @Override
  public void close() throws IOException {
    try {
      kill();
      output.close();
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
      } catch (IllegalStateException e) {
        // Maven is shutting down, and the hook does the same as this method.
      }
    }
  }

  /** Ends the process at once, whatever it is doing, and leaves no half-written file. */
  private void kill() {
    if (!process.isAlive()) {
      if (result == null) {
        UnfinishedFiles.delete(job.results());
      }
      return;
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    var interrupted = false;
    try {
      process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    UnfinishedFiles.delete(job.results());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
