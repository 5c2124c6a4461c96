package io.github.lenet.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers every connection with the same bytes and closes it, whatever was asked: answers that no web server gives. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    RawServer(String answer) throws IOException {
        var thread = new Thread(() -> serve(answer.getBytes(StandardCharsets.ISO_8859_1)), "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(byte[] answer) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                // All of the request, or its sender would hear of a reset in the place of the answer.
                connection.getInputStream().read(new byte[1 << 16]);
                connection.getOutputStream().write(answer);
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/data/");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
