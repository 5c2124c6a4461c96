package io.github.lenet.kernel;

import io.github.lenet.network.Layer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work through numbered tasks together with the calling one.
 *
 * <p>A training has one such pool for all of its work: it prepares images, computes gradients and validates in turns.
 *
 * <p>Between tasks they wait actively for a moment before they sleep: a mini-batch is done in well under a millisecond,
 * and waking a thread takes up to a tenth of that. Nobody waits for a thread that does not wake up: the others do its
 * tasks. A thread for which there are too few tasks sleeps, and takes no processor from the others.
 */
public final class Workers implements AutoCloseable {

    /** A piece of work. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does it.
         *
         * @param task number of the task
         * @param thread number of the thread that does it, 0 for the calling one
         */
        void run(int task, int thread);
    }

    /** How often to look for work before sleeping; some hundred microseconds. */
    private static final int SPINS = 10_000;

    private final Thread[] threads;
    private volatile Round round = new Round(0, (task, thread) -> {});
    private volatile boolean closed;

    /**
     * Starts the threads.
     *
     * @param threads how many of them work, the calling one included
     * @throws IllegalArgumentException if there are none
     */
    public Workers(int threads) {
        Layer.requirePositive("threads", threads);
        this.threads = new Thread[threads - 1];
        for (var i = 0; i < this.threads.length; i++) {
            var thread = i + 1;
            this.threads[i] = new Thread(() -> work(thread), "lenet-kernel-" + thread);
            this.threads[i].setDaemon(true);
            this.threads[i].start();
        }
    }

    /**
     * The number of threads.
     *
     * @return at least 1, for the calling one counts
     */
    public int threads() {
        return threads.length + 1;
    }

    /**
     * Runs tasks 0 to {@code count - 1}, and returns when all are done. One call at a time.
     *
     * @param count number of tasks; no more threads than that take part
     * @param task what to do
     * @throws IllegalStateException if a task throws, with its exception as the cause, or after {@link #close}
     */
    public void run(int count, Task task) {
        if (closed) {
            throw new IllegalStateException("already closed");
        }
        var next = new Round(count, task);
        round = next;
        for (var i = 0; i < Math.min(threads.length, count - 1); i++) {
            LockSupport.unpark(threads[i]);
        }
        next.takeTasks(0);
        next.await();
    }

    private void work(int thread) {
        Round seen = null;
        var idle = 0;
        while (!closed) {
            var current = round;
            if (current != seen && thread < current.count) {
                seen = current;
                idle = 0;
                current.takeTasks(thread);
            } else if (idle++ < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }

    /** The tasks of one call. A thread that comes late finds them taken. */
    private static final class Round {

        private final int count;
        private final Task task;
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();

        private volatile @Nullable Throwable failure;

        Round(int count, Task task) {
            this.count = count;
            this.task = task;
        }

        void takeTasks(int thread) {
            for (var i = taken.getAndIncrement(); i < count; i = taken.getAndIncrement()) {
                try {
                    task.run(i, thread);
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
                done.incrementAndGet();
            }
        }

        @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: it gives way to others while it spins.
        void await() {
            for (var spins = 0; done.get() < count; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
            if (failure != null) {
                throw new IllegalStateException("a task failed", failure);
            }
        }
    }
}
