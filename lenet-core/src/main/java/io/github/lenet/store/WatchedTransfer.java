package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A transfer in a thread of its own, watched by the caller: a server that accepts a connection and then says nothing
 * would hold a build for ever, and a read from a socket has no deadline.
 */
final class WatchedTransfer {

    private static final long POLL_MILLISECONDS = 100;
    private static final long PROGRESS_NANOSECONDS = TimeUnit.SECONDS.toNanos(3);

    private final String file;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong resumed = new AtomicLong();
    private final AtomicLong total = new AtomicLong(-1);
    private volatile Closeable body = () -> {};

    WatchedTransfer(String file) {
        this.file = file;
    }

    /** What the transfer does; it ends when its thread is interrupted, or the body that it reads is closed. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Raised by the work as bytes come in. */
    AtomicLong received() {
        return received;
    }

    /** Tells how much an earlier transfer had brought: so many bytes count as received. */
    void resumesAt(long bytes) {
        resumed.set(bytes);
        received.set(bytes);
    }

    /** Tells how long the file is, or -1. */
    void expect(long bytes) {
        total.set(bytes);
    }

    /** Tells what is read: closing it ends a read, which an interruption of the thread does not do on every JDK. */
    void reads(Closeable body) {
        this.body = body;
    }

    /**
     * Runs the work and waits for its end.
     *
     * @param work the transfer
     * @param deadline when to give it up
     * @param stall how long nothing may come before it is given up
     * @param listener hears the progress
     * @throws IOException if the work fails or is given up
     */
    void run(Work work, Deadline deadline, Duration stall, DownloadListener listener) throws IOException {
        var task = new FutureTask<Void>(() -> {
            work.run();
            return null;
        });
        var thread = new Thread(task, "download of " + file);
        thread.setDaemon(true);
        thread.start();
        try {
            watch(task, deadline, stall, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the build was interrupted");
        } finally {
            end(thread);
        }
    }

    private void watch(FutureTask<Void> task, Deadline deadline, Duration stall, DownloadListener listener)
            throws IOException, InterruptedException {
        var started = System.nanoTime();
        var reported = started;
        var grown = started;
        var seen = 0L;
        while (true) {
            try {
                task.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                var now = System.nanoTime();
                if (received.get() > seen) {
                    seen = received.get();
                    grown = now;
                }
                if (deadline.isPast()) {
                    throw new SourceException(
                            format("gave up after %s with %d bytes of %s received", deadline.text(), seen, file));
                }
                if (now - grown > stall.toNanos()) {
                    throw new SourceException(format(
                            "nothing came for %s, with %d bytes of %s received", Deadline.text(stall), seen, file));
                }
                if (now - reported > PROGRESS_NANOSECONDS) {
                    reported = now;
                    listener.progress(new DownloadProgress(
                            file, seen, resumed.get(), total.get(), Duration.ofNanos(now - started)));
                }
            } catch (ExecutionException e) {
                throw failure(Objects.requireNonNull(e.getCause(), "every such exception has a cause"));
            }
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof Error fault) {
            throw fault;
        }
        return cause instanceof IOException known ? known : new SourceException(cause.toString(), (Exception) cause);
    }

    /** Waits a moment, so that the temporary file of a transfer that was given up is gone. */
    private void end(Thread thread) throws IOException {
        thread.interrupt();
        body.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
