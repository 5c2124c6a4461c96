package io.github.lenet.worker;

import io.github.lenet.io.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The process that started this one, as this one sees it. A worker without a parent would compute for nobody, so it
 * ends at once when it notices: by the end of its standard input, or by an event that cannot be sent.
 */
final class Parent implements AutoCloseable {

  private static final int CONNECT_MILLISECONDS = 10_000;

  private final Socket socket;
  private final Writer events;
  private volatile boolean concluded;

  private Parent(Socket socket) throws IOException {
    this.socket = socket;
    this.events = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Connects to the parent, shows it the token, and from then on lives only as long as it does.
   *
   * @param port the loopback port it listens on
   * @param token what it expects as the first line
   * @param lifeline a stream that the parent holds open; the operating system ends it when the parent dies, however it
   *     dies
   * @return the connection
   * @throws IOException if nobody listens there
   */
  static Parent connect(int port, String token, InputStream lifeline) throws IOException {
    var socket = new Socket();
    try {
      // In numbers: the name "localhost" may lead to ::1, where nobody listens.
      var address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      socket.connect(new InetSocketAddress(address, port), CONNECT_MILLISECONDS);
      var parent = new Parent(socket);
      parent.writeLine(token);
      parent.watch(lifeline);
      return parent;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void watch(InputStream lifeline) {
    var watch =
        new Thread(
            () -> {
              awaitEnd(lifeline);
              if (!concluded) {
                leave();
              }
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEnd(InputStream lifeline) {
    try {
      lifeline.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A stream that cannot be read any more has ended, too.
    }
  }

  /**
   * Sends an event at once. May be called from any thread.
   *
   * @param event what happened
   */
  synchronized void send(WorkerEvent event) {
    try {
      writeLine(Json.line(event));
    } catch (IOException e) {
      if (!concluded) {
        leave();
      }
    }
  }

  /**
   * Sends the last event; after it the parent may go, without a change of the exit status.
   *
   * @param event how it ended
   */
  void conclude(WorkerEvent event) {
    concluded = true;
    send(event);
  }

  private void writeLine(String line) throws IOException {
    events.write(line + "\n");
    events.flush();
  }

  /** Without shutdown hooks, which could wait for something that only the parent would have ended. */
  private static void leave() {
    Runtime.getRuntime().halt(WorkerExit.ORPHANED.status());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Every event has been sent, and the end of this process closes what is left.
    }
  }
}
