package io.github.lenet.fuzz;

import static io.github.lenet.text.Formatting.format;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Gives many damaged files to what reads them. Each is refused with one clear message, or harmless; the memory of the
 * JVM is small.
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

    private final String format;
    private final int cases;
    private int used;
    private Duration slowest = Duration.ZERO;
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
    void run(Format files, Mutation mutation) throws Exception {
        began = System.nanoTime();
        var watch = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "fuzzing-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = watch.scheduleAtFixedRate(this::endIfHanging, 1, 1, TimeUnit.SECONDS);
        try {
            var whole = files.whole();
            for (var number = FIRST; number < FIRST + cases; number++) {
                running = number;
                run(files, mutation.damage(whole, new SplittableRandom(SEED + ((long) number << 32))));
            }
        } finally {
            watch.shutdownNow();
        }
        System.out.println(format(
                "fuzzed %s: %,d files, %,d refused, %,d harmless, the slowest took %d ms",
                format, cases, cases - used, used, slowest.toMillis()));
    }

    private void run(Format files, byte[] damaged) {
        began = System.nanoTime();
        try {
            var outcome = files.use(damaged);
            if (outcome.harmless()) {
                used++;
            }
            if (outcome.took().compareTo(slowest) > 0) {
                slowest = outcome.took();
            }
        } catch (Throwable e) {
            throw new AssertionError(place(), e);
        }
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
