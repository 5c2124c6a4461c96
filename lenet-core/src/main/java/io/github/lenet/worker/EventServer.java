package io.github.lenet.worker;

import io.github.lenet.io.FileProblem;
import io.github.lenet.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parent's end of the way on which a worker reports: a socket in a folder that only this user may enter. No other
 * user can connect, so that nothing has to tell the worker from a stranger: no port, no token, no greeting.
 *
 * <p>For one thread. Nothing is read before what came earlier has been taken, so that a worker that talks without end
 * waits, and fills no memory.
 */
public final class EventServer implements AutoCloseable {

    /** The longest event lists the epochs of a training that goes on; this is enough for thirty thousand. */
    static final int MAXIMUM_LINE = 8 << 20;

    /**
     * Where the folder may be. The path of a socket has a limit of 104 bytes or a few more, which a build's folder
     * passes.
     */
    private static final List<String> PLACES =
            Stream.of(System.getProperty("java.io.tmpdir"), "/tmp").distinct().toList();

    private final Selector selector;
    private final ServerSocketChannel server;
    private final Path socket;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Queue<WorkerEvent> events = new ArrayDeque<>();
    private @Nullable SocketChannel connection;
    private boolean ended;

    private EventServer(Selector selector, ServerSocketChannel server, Path socket) {
        this.selector = selector;
        this.server = server;
        this.socket = socket;
    }

    /**
     * Makes the socket.
     *
     * @return what listens there
     * @throws IOException if this system, or its folder for temporary files, can hold none; the message says what to do
     */
    public static EventServer open() throws IOException {
        return open(PLACES);
    }

    static EventServer open(List<String> places) throws IOException {
        var selector = Selector.open();
        ServerSocketChannel server = null;
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            return new EventServer(selector, server, bind(server, places));
        } catch (UnsupportedOperationException e) {
            selector.close();
            throw new IOException(
                    "this system has no Unix domain sockets; Windows has them from 10 version 1803 on", e);
        } catch (IOException e) {
            selector.close();
            if (server != null) {
                server.close();
            }
            throw e;
        }
    }

    private static Path bind(ServerSocketChannel server, List<String> places) throws IOException {
        var problems = new ArrayList<String>();
        for (var place : places) {
            try {
                return bind(server, Path.of(place));
            } catch (IOException e) {
                problems.add(place + " (" + FileProblem.describe(e) + ")");
            }
        }
        throw new IOException(
                "no socket can be made in " + String.join(", nor in ", problems)
                        + ". Give Maven another folder for temporary files, with a short name: export MAVEN_OPTS=-Djava.io.tmpdir=...");
    }

    private static Path bind(ServerSocketChannel server, Path place) throws IOException {
        // On POSIX with the mode 0700; on Windows the user's folder for temporary files is closed to others.
        var folder = Files.createTempDirectory(place, "lenet-");
        var socket = folder.resolve("events");
        try {
            server.bind(UnixDomainSocketAddress.of(socket), 1);
            return socket;
        } catch (IOException e) {
            remove(socket);
            throw e;
        }
    }

    /**
     * Takes the name of a socket away. Both ends do: the worker when it has connected, and the parent if it never does.
     */
    static void remove(Path socket) {
        try {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        } catch (IOException e) {
            // An empty folder for temporary files stays.
        }
    }

    /**
     * Where the worker is to connect.
     *
     * @return the path of the socket, until the worker has connected
     */
    public Path socket() {
        return socket;
    }

    /**
     * Takes the next event.
     *
     * @param patience how long to wait for something to happen; once the worker has ended, zero is enough: whatever it
     *     sent is here before its end is known
     * @return the event, or null if none is complete
     * @throws IOException if what the worker sent is no event
     * @throws InterruptedException if this thread is to stop
     */
    public @Nullable WorkerEvent poll(Duration patience) throws IOException, InterruptedException {
        if (events.isEmpty()) {
            await(patience);
            receive();
        }
        return events.poll();
    }

    private void await(Duration patience) throws IOException, InterruptedException {
        if (patience.isZero()) {
            selector.selectNow();
        } else {
            selector.select(patience.toMillis());
        }
        selector.selectedKeys().clear();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Reads until an event is complete or nothing more is here. */
    private void receive() throws IOException {
        if (connection == null && !ended) {
            accept();
        }
        while (connection != null && !ended && events.isEmpty()) {
            var count = connection.read(buffer.clear());
            if (count == 0) {
                return;
            }
            if (count < 0) {
                // A line that is not complete belongs to a worker that was killed.
                ended = true;
                connection.close();
            }
            take(buffer.flip());
        }
    }

    private void accept() throws IOException {
        connection = server.accept();
        if (connection != null) {
            connection.configureBlocking(false);
            connection.register(selector, SelectionKey.OP_READ);
            server.close();
        }
    }

    private void take(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            var next = bytes.get();
            if (next != '\n') {
                line.write(next);
            } else {
                events.add(
                        Json.parse(line.toString(StandardCharsets.UTF_8), WorkerEvent.class, "an event of the worker"));
                line.reset();
            }
            if (line.size() > MAXIMUM_LINE) {
                throw new IOException("an event of the worker is longer than " + MAXIMUM_LINE + " bytes");
            }
        }
    }

    /**
     * Whether the worker has closed its end, and everything before has been taken.
     *
     * @return true if no event can follow
     */
    public boolean hasEnded() {
        return ended && events.isEmpty();
    }

    /** Ends a wait in {@link #poll}. May be called from any thread. */
    public void wakeUp() {
        selector.wakeup();
    }

    /** Takes the name of the socket away, if it is still there. May be called from any thread. */
    public void removeSocket() {
        remove(socket);
    }

    @Override
    public void close() throws IOException {
        removeSocket();
        selector.close();
        server.close();
        if (connection != null) {
            connection.close();
        }
    }
}
