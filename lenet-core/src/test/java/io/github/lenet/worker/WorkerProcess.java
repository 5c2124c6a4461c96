package io.github.lenet.worker;

import io.github.lenet.io.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real worker in a process of its own, and its parent: what {@code lenet:train} does, as far as a test needs it. */
final class WorkerProcess implements AutoCloseable {

  static final String TOKEN = "secret-of-this-test";

  private static final int PATIENCE_SECONDS = 120;

  private final ServerSocket server;
  private final Process process;
  private BufferedReader events;

  private WorkerProcess(ServerSocket server, Process process) {
    this.server = server;
    this.process = process;
  }

  /** Listens on a free port. */
  static ServerSocket listen() throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(PATIENCE_SECONDS * 1000);
    return server;
  }

  /**
   * Starts a worker on a request file; {@code prefix} stands before the Java command, {@code jvmArguments} after it.
   */
  static WorkerProcess start(ServerSocket server, Path requestFile, List<String> prefix, String... jvmArguments)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvmArguments));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrainingWorker.class.getName()));
    command.add(requestFile.toString());
    var builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.redirectErrorStream(true).redirectOutput(requestFile.resolveSibling("worker.log").toFile());
    return new WorkerProcess(server, builder.start());
  }

  /** The first line that the worker sends. */
  String token() throws IOException {
    var socket = server.accept();
    socket.setSoTimeout(PATIENCE_SECONDS * 1000);
    events = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    return events.readLine();
  }

  /** The next event, or null when the worker has closed the connection. */
  WorkerEvent nextEvent() throws IOException {
    var line = events.readLine();
    return line == null ? null : Json.parse(line, WorkerEvent.class, "event");
  }

  /** Every event that is left. */
  List<WorkerEvent> remainingEvents() throws IOException {
    var remaining = new ArrayList<WorkerEvent>();
    for (var event = nextEvent(); event != null; event = nextEvent()) {
      remaining.add(event);
    }
    return remaining;
  }

  Process process() {
    return process;
  }

  /** Waits for the end of the process. */
  int status() throws InterruptedException, SocketTimeoutException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new SocketTimeoutException("the worker does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    server.close();
  }
}
