package io.github.lenet.worker;

import io.github.lenet.json.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process that started this one, as this one sees it. A worker without a parent would compute for nobody, so it
 * ends at once when it notices: by the end of its standard input, or by an event that cannot be sent.
 */
final class Parent implements AutoCloseable {

    private final SocketChannel socket;
    private final Writer events;
    private final BufferedReader input;
    private volatile boolean concluded;

    private Parent(SocketChannel socket, InputStream input) {
        this.socket = socket;
        this.events =
                new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(socket), StandardCharsets.UTF_8));
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /**
     * Connects to the parent.
     *
     * @param socket where its {@link EventServer} listens
     * @param input a stream that the parent writes the request to, and then holds open; the operating system ends it
     *     when the parent dies, however it dies
     * @return the connection
     * @throws IOException if nobody listens there
     */
    static Parent connect(Path socket, InputStream input) throws IOException {
        try {
            return new Parent(SocketChannel.open(UnixDomainSocketAddress.of(socket)), input);
        } finally {
            EventServer.remove(socket);
        }
    }

    /**
     * Reads what to do, and from then on lives only as long as the parent does.
     *
     * @return the line with the request
     * @throws IOException if the parent is gone
     */
    String awaitRequest() throws IOException {
        var request = input.readLine();
        if (request == null) {
            throw new IOException("the standard input has ended");
        }
        var watch = new Thread(
                () -> {
                    awaitEnd(input);
                    if (!concluded) {
                        leave();
                    }
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
        return request;
    }

    private static void awaitEnd(Reader input) {
        try {
            input.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // A stream that cannot be read any more has ended, too.
        }
    }

    /**
     * Sends an event at once. May be called from any thread that nobody interrupts, which would close the socket.
     *
     * @param event what happened
     */
    synchronized void send(WorkerEvent event) {
        try {
            events.write(Json.line(event) + "\n");
            events.flush();
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
