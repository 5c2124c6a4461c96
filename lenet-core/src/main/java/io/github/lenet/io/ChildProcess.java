package io.github.lenet.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that works for this one and does not outlive it: when it takes too long, when its caller is interrupted,
 * and when this JVM ends, it is ended with all that it has started.
 */
public final class ChildProcess {

    /** What a program prints first tells most. The rest is read, or it would hang, and forgotten. */
    private static final int KEPT_BYTES = 1 << 20;

    /** For the last words of a program that has ended; a child of its own may hold the pipe for ever. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Thread hook = new Thread(this::end, "lenet-child-shutdown");
    private @Nullable Process process;
    private boolean isOver;

    private ChildProcess() {}

    /**
     * How a program ended.
     *
     * @param status exit status
     * @param output the first megabyte of what it printed, in the charset of the system
     * @param errors the first megabyte of what it printed to its standard error; empty if that was redirected
     */
    public record Result(int status, String output, String errors) {}

    /**
     * Runs a program to its end, without input.
     *
     * @param command the program with its arguments, its folder and its environment
     * @param patience how long it may take
     * @return how it ended, or empty if it had to be ended
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the caller is interrupted
     */
    public static Optional<Result> run(ProcessBuilder command, Duration patience)
            throws IOException, InterruptedException {
        var child = new ChildProcess();
        try {
            // First, and the start under a lock: nothing is started that the end of this JVM does not know of.
            Runtime.getRuntime().addShutdownHook(child.hook);
            var process = child.start(command);
            var output = new Drain(process.getInputStream());
            var errors = new Drain(process.getErrorStream());
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            return Optional.of(new Result(process.exitValue(), output.text(), errors.text()));
        } catch (IllegalStateException e) {
            throw new InterruptedException(e.getMessage());
        } finally {
            child.end();
            child.removeHook();
        }
    }

    private synchronized Process start(ProcessBuilder command) throws IOException {
        if (isOver) {
            throw new IllegalStateException("this JVM ends");
        }
        process = command.start();
        return process;
    }

    private synchronized void end() {
        isOver = true;
        if (process != null) {
            // First the list, since a process that has ended has no children any more.
            var descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM ends, and the hook does what was done here.
        }
    }

    /** Reads a stream to its end in a thread of its own. */
    private static final class Drain {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread thread;

        Drain(InputStream in) {
            thread = new Thread(() -> read(in), "lenet-child-output");
            thread.setDaemon(true);
            thread.start();
        }

        private void read(InputStream in) {
            var buffer = new byte[8192];
            try {
                for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    // Synchronized, as every method of it.
                    kept.write(buffer, 0, Math.min(count, KEPT_BYTES - kept.size()));
                }
            } catch (IOException e) {
                // The pipe broke with the program.
            }
        }

        String text() throws InterruptedException {
            thread.join(FAREWELL.toMillis());
            return kept.toString(Charset.defaultCharset());
        }
    }
}
