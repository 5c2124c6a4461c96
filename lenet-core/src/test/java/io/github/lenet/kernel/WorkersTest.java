package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void runsEachTaskOnce() {
        try (var workers = new Workers(4)) {
            for (var round = 0; round < 500; round++) {
                var runs = new AtomicIntegerArray(7);

                workers.run(7, (task, thread) -> runs.incrementAndGet(task));

                for (var task = 0; task < 7; task++) {
                    assertThat(runs.get(task)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void letsAThreadWithoutATaskSleep() throws InterruptedException {
        // Those of an earlier test end soon after their workers were closed.
        for (var thread : kernelThreads()) {
            thread.join();
        }
        try (var workers = new Workers(4)) {
            var threads = kernelThreads();
            assertThat(threads).hasSize(3);
            for (var thread : threads) {
                awaitSleep(thread);
            }
            var awake = 0;
            for (var round = 0; round < 200; round++) {
                var both = new CountDownLatch(2);
                workers.run(2, (task, thread) -> meet(both));
                awake += isAsleep(threads.get(1)) && isAsleep(threads.get(2)) ? 0 : 1;
            }

            // The system may wake a thread for no reason, once in a long while.
            assertThat(awake).isLessThan(10);
        }
    }

    /** Makes two threads do two tasks: otherwise one could have done both before the other is awake. */
    private static void meet(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Thread> kernelThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lenet-kernel-"))
                .sorted(Comparator.comparing(Thread::getName))
                .toList();
    }

    private static void awaitSleep(Thread thread) throws InterruptedException {
        while (!isAsleep(thread)) {
            Thread.sleep(1);
        }
    }

    private static boolean isAsleep(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    @Test
    void goesOnAfterATaskThatThrows() {
        try (var workers = new Workers(2)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> workers.run(3, (task, thread) -> {
                        throw new ArithmeticException("no");
                    }))
                    .withCauseInstanceOf(ArithmeticException.class);

            workers.run(3, (task, thread) -> {});
        }
    }

    @Test
    void needsAThread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workers(0))
                .withMessage("threads must be at least 1, not 0");
    }

    @Test
    void refusesWorkWhenClosed() {
        var workers = new Workers(2);
        workers.close();

        assertThatIllegalStateException().isThrownBy(() -> workers.run(1, (task, thread) -> {}));
    }
}
