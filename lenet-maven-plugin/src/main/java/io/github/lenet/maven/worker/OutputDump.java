package io.github.lenet.maven.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Keeps what a worker prints in a file that the errors name. Both streams are drained for as long as the worker lives,
 * or it would block as soon as a pipe is full.
 */
final class OutputDump implements AutoCloseable {

    /** A worker that prints in a loop must not fill the disk; what it printed first tells most. */
    private static final long MAXIMUM_BYTES = 8 << 20;

    /** With this the JVM greets whoever uses its Vector API, as every worker does. */
    private static final String ANNOUNCEMENT = "WARNING: Using incubator modules";

    private final OutputStream out;
    private final List<Thread> drains;
    private long written;

    /**
     * Starts to drain.
     *
     * @param process the worker
     * @param file where its output goes, replaced if it exists
     * @throws IOException if the file cannot be written
     */
    OutputDump(Process process, Path file) throws IOException {
        out = PrivateFiles.create(file);
        drains = List.of(drain(process.getInputStream(), "output"), drain(process.getErrorStream(), "errors"));
    }

    /** Waits until an ended worker's last words are in the file, and no longer for a grandchild that holds the pipe. */
    void join(Duration patience) throws InterruptedException {
        for (var drain : drains) {
            drain.join(patience.toMillis());
        }
    }

    /**
     * The first lines that a worker printed: a JVM that cannot start says there why.
     *
     * @param file where its output went
     * @param count how many lines at most
     * @return the lines that are not blank
     */
    static List<String> firstLines(Path file, int count) {
        // Not every library prints UTF-8, and this charset accepts every byte.
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith(ANNOUNCEMENT))
                    .limit(count)
                    .map(String::strip)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (out) {
            out.close();
        }
    }

    private Thread drain(InputStream in, String name) {
        var thread = new Thread(() -> copy(in), "lenet-worker-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void copy(InputStream in) {
        var buffer = new byte[8192];
        try {
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                write(buffer, count);
            }
        } catch (IOException e) {
            // The pipe broke with the worker; its exit status tells more.
        }
    }

    private void write(byte[] buffer, int count) {
        synchronized (out) {
            if (written >= MAXIMUM_BYTES) {
                return;
            }
            written += count;
            try {
                out.write(buffer, 0, count);
                out.flush();
            } catch (IOException e) {
                // A full disk or a closed file: go on draining, or the worker blocks.
                written = MAXIMUM_BYTES;
            }
        }
    }
}
