package io.github.lenet.maven.worker;

import io.github.lenet.io.Json;
import io.github.lenet.worker.WorkerEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Receives the events of one worker on a loopback port of its own: native code prints to the standard output whatever
 * it likes.
 */
final class EventServer implements AutoCloseable {

  private static final int TOKEN_BYTES = 16;

  /** How long a stranger who connects and says nothing may keep the worker waiting. */
  private static final int GREETING_MILLISECONDS = 5_000;

  private static final int ACCEPT_MILLISECONDS = 500;

  private final ServerSocket server;
  private final String token;
  private final BlockingQueue<WorkerEvent> events = new LinkedBlockingQueue<>();
  private final Thread reader;
  private volatile Socket connection;
  private volatile IOException failure;

  /**
   * Opens a free port and listens.
   *
   * @throws IOException if there is none
   */
  EventServer() throws IOException {
    // In numbers, as the worker connects: the name "localhost" may lead to ::1.
    server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    var random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    token = HexFormat.of().formatHex(random);
    reader = new Thread(this::receive, "lenet-worker-events");
    reader.setDaemon(true);
    reader.start();
  }

  int port() {
    return server.getLocalPort();
  }

  String token() {
    return token;
  }

  /**
   * Takes the next event.
   *
   * @param patience how long to wait for it
   * @return the event, or null if none came
   * @throws InterruptedException if Maven wants to stop
   */
  WorkerEvent poll(Duration patience) throws InterruptedException {
    return events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits until everything that an ended worker sent is in the queue. */
  void drain(Duration patience) throws InterruptedException {
    // One that ended at once has either not connected at all, or its connection is just being accepted.
    reader.join(connection == null ? ACCEPT_MILLISECONDS : patience.toMillis());
  }

  /** What went wrong on the channel, or null. */
  IOException failure() {
    return failure;
  }

  @Override
  public void close() {
    closeQuietly(server);
    if (connection != null) {
      closeQuietly(connection);
    }
  }

  private void receive() {
    try {
      while (connection == null) {
        greet(server.accept());
      }
    } catch (IOException e) {
      // The port was closed: the worker ended before it connected, and its exit status tells why.
    }
  }

  /** Reads a connection to its end if it knows the token, and drops it otherwise. */
  private void greet(Socket socket) {
    try (socket) {
      socket.setSoTimeout(GREETING_MILLISECONDS);
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      var greeting = lines.readLine();
      if (greeting == null || !MessageDigest.isEqual(bytes(greeting), bytes(token))) {
        return;
      }
      socket.setSoTimeout(0);
      connection = socket;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(Json.parse(line, WorkerEvent.class, "an event of the worker"));
      }
    } catch (IOException e) {
      if (connection == socket) {
        failure = e;
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // Nothing is lost: the process at the other end is gone or about to be.
    }
  }
}
