package io.github.lenet.fuzz;

import static io.github.lenet.text.Formatting.format;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.text.Printable;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Gives many damaged files to what reads them, and uses what is read as its goal does. Each is refused with one clear
 * message, or harmless; the memory of the JVM is small.
 *
 * <p>A case depends on the seed and on its number alone, which an error names.
 */
final class Fuzzing {

    private static final long SEED = Long.getLong("fuzz.seed", 42);

    private static final int FIRST = Integer.getInteger("fuzz.first", 0);

    /** A case takes milliseconds; one that takes so long would not end at all. */
    private static final Duration HANGING = Duration.ofMinutes(2);

    /** Makes a file from a whole one. */
    @FunctionalInterface
    interface Mutation {
        byte[] damage(byte[] whole, RandomGenerator random);
    }

    /** Reads a file, and uses what is read; throws an {@link IOException} to refuse the file. */
    @FunctionalInterface
    interface Use {
        void of(byte[] bytes) throws Exception;
    }

    private final String format;
    private final int cases;
    private int used;
    private long slowest;
    private volatile int running;
    private volatile long began;

    /**
     * Prepares.
     *
     * @param format what is damaged, for people
     * @param cases how many files to make
     */
    Fuzzing(String format, int cases) {
        this.format = format;
        this.cases = cases;
    }

    /** Runs every case, and prints how many there were. */
    void run(byte[] whole, Mutation mutation, Use use) throws Exception {
        began = System.nanoTime();
        var watch = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "fuzzing-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = watch.scheduleAtFixedRate(this::endIfHanging, 1, 1, TimeUnit.SECONDS);
        try {
            use.of(whole);
            for (var number = FIRST; number < FIRST + cases; number++) {
                running = number;
                run(mutation.damage(whole, new SplittableRandom(SEED + ((long) number << 32))), use);
            }
        } finally {
            watch.shutdownNow();
        }
        System.out.println(format(
                "fuzzed %s: %,d files, %,d refused, %,d harmless, the slowest took %d ms",
                format, cases, cases - used, used, slowest / 1_000_000));
    }

    private void run(byte[] damaged, Use use) {
        began = System.nanoTime();
        try {
            use.of(damaged);
            used++;
        } catch (IOException e) {
            assertThat(e.getMessage())
                    .as("the message of %s", place())
                    .isNotBlank()
                    .doesNotContain("Exception");
            assertThat(Printable.message(e.getMessage()).length())
                    .as("the length for %s", place())
                    .isLessThan(3_000);
        } catch (Throwable e) {
            throw new AssertionError(place(), e);
        }
        slowest = Math.max(slowest, System.nanoTime() - began);
    }

    private String place() {
        return format("%s, which -Dfuzz.seed=%d -Dfuzz.first=%d -Dfuzz.cases=1 repeats", format, SEED, running);
    }

    /** There is no other way to end a loop that somebody has written. */
    private void endIfHanging() {
        if (System.nanoTime() - began > HANGING.toNanos()) {
            System.err.println("hangs: " + place());
            Runtime.getRuntime().halt(1);
        }
    }
}
