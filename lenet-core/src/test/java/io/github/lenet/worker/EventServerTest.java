package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lenet.json.Json;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EventServerTest {

    private static final WorkerEvent PROGRESS = new WorkerEvent.Progress(1, 64);
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void listensWhereOnlyThisUserMayEnter() throws Exception {
        try (var server = EventServer.open()) {
            assertThat(Files.getPosixFilePermissions(server.socket().getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void hasEverythingOfAWorkerThatEndedBeforeAnythingWasTaken() throws Exception {
        try (var server = EventServer.open()) {
            try (var worker = connect(server)) {
                write(worker, Json.line(PROGRESS) + "\n" + Json.line(new WorkerEvent.Warned("ä".repeat(3_000))) + "\n");
            }

            assertThat(server.poll(Duration.ZERO)).isEqualTo(PROGRESS);
            assertThat(server.poll(Duration.ZERO)).isInstanceOf(WorkerEvent.Warned.class);
            assertThat(server.poll(Duration.ZERO)).isNull();
            assertThat(server.hasEnded()).isTrue();
        }
    }

    @Test
    void knowsAtOnceThatAWorkerHasNeverConnected() throws Exception {
        try (var server = EventServer.open()) {
            assertThat(server.poll(Duration.ZERO)).isNull();
            assertThat(server.hasEnded()).isFalse();
        }
    }

    @Test
    void takesHalfALineOfAKilledWorkerForNothing() throws Exception {
        try (var server = EventServer.open()) {
            try (var worker = connect(server)) {
                write(worker, Json.line(PROGRESS) + "\n{\"event\":\"fini");
            }

            assertThat(server.poll(LONG)).isEqualTo(PROGRESS);
            assertThat(server.poll(Duration.ZERO)).isNull();
        }
    }

    @Test
    @SuppressWarnings("try") // To close it early is what the test is about.
    void refusesALineWithoutEnd() throws Exception {
        try (var server = EventServer.open()) {
            var worker = connect(server);
            var endless = new Thread(() -> writeWithoutEnd(worker));
            endless.start();

            assertThatIOException()
                    .isThrownBy(() -> {
                        while (server.poll(LONG) == null) {
                            // It grows.
                        }
                    })
                    .withMessage("an event of the worker is longer than 8388608 bytes");
            server.close();
            endless.join();
        }
    }

    @Test
    void leavesNothingBehindWhoeverEndsFirst() throws Exception {
        var server = EventServer.open();
        var folder = server.socket().getParent();
        assertThat(folder).exists();

        server.close();

        assertThat(folder).doesNotExist();
    }

    @Test
    void takesAnotherFolderWhereTheNameOfTheFirstIsTooLong() throws Exception {
        var deep = Files.createDirectories(folder.resolve("a folder with a long name".repeat(4)));

        try (var server = EventServer.open(List.of(deep.toString(), System.getProperty("java.io.tmpdir")))) {
            assertThat(server.socket()).exists();
        }
        assertThat(deep).isEmptyDirectory();
        assertThatIOException()
                .isThrownBy(() -> EventServer.open(
                        List.of(deep.toString(), folder.resolve("missing").toString())))
                .withMessageContaining("no socket can be made in " + deep + " (")
                .withMessageContaining("too long")
                .withMessageContaining("missing")
                .withMessageContaining("export MAVEN_OPTS=-Djava.io.tmpdir=");
    }

    private static SocketChannel connect(EventServer server) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(server.socket()));
    }

    private static void write(SocketChannel worker, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            worker.write(bytes);
        }
    }

    private static void writeWithoutEnd(SocketChannel worker) {
        try (worker) {
            while (true) {
                write(worker, "x".repeat(1 << 16));
            }
        } catch (IOException e) {
            // The server has had enough.
        }
    }
}
