package io.github.lenet.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that work through numbered tasks together with the calling one.
 *
 * <p>Between tasks they wait actively for a moment before they sleep: a mini-batch is done in
 * well under a millisecond, and waking a thread takes up to a tenth of that.
 */
final class Workers implements AutoCloseable {

  /** A piece of work. */
  @FunctionalInterface
  interface Task {
    /**
     * Does it.
     *
     * @param task number of the task
     * @param thread number of the thread that does it, 0 for the calling one
     */
    void run(int task, int thread);
  }

  private static final int SPINS = 20_000;

  private final Thread[] threads;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger();
  private volatile Throwable failure;
  private Task task;
  private int count;
  private volatile int round;
  private volatile boolean closed;

  Workers(int threads) {
    this.threads = new Thread[threads - 1];
    for (int i = 0; i < this.threads.length; i++) {
      int thread = i + 1;
      this.threads[i] = new Thread(() -> work(thread), "lenet-kernel-" + thread);
      this.threads[i].setDaemon(true);
      this.threads[i].start();
    }
  }

  /** Runs tasks 0 to {@code count - 1}, and returns when all are done. One call at a time. */
  void run(int count, Task task) {
    if (closed) {
      throw new IllegalStateException("already closed");
    }
    this.count = count;
    this.task = task;
    next.set(0);
    working.set(threads.length);
    round++;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    takeTasks(0);
    for (int spins = 0; working.get() > 0; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("a task failed", thrown);
    }
  }

  private void work(int thread) {
    int seen = 0;
    while (true) {
      for (int spins = 0; round == seen && !closed; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      if (closed) {
        return;
      }
      seen = round;
      takeTasks(thread);
      working.decrementAndGet();
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

  private void takeTasks(int thread) {
    try {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        task.run(i, thread);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }
}
