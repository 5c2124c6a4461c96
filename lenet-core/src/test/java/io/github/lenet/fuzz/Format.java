package io.github.lenet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.text.Printable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A format that is read back: one whole file, and what reads a file and uses what is read as a goal does. */
final class Format {

    /** What a case may take of the processor, which is never more than the time on the clock. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Reads a file, and uses what is read; throws an {@link IOException} to refuse the file. */
    @FunctionalInterface
    interface Use {
        void of(byte[] bytes) throws Exception;
    }

    /**
     * What became of a file.
     *
     * @param harmless whether it was used, and not refused
     * @param took time on the clock
     */
    record Outcome(boolean harmless, Duration took) {}

    private final byte[] whole;
    private final Use use;

    /** Uses the whole file once; so what the JVM loads for it counts for no case. */
    Format(byte[] whole, Use use) throws Exception {
        this.whole = whole;
        this.use = use;
        use.of(whole);
    }

    /** A part of the file alone, around which the rest is put again, with the right lengths and checksums. */
    Format part(byte[] part, UnaryOperator<byte[]> around) throws Exception {
        return new Format(part, bytes -> use.of(around.apply(bytes)));
    }

    byte[] whole() {
        return whole.clone();
    }

    /** Uses a file that may be damaged. It must be refused with one clear message, or be harmless, and be quick. */
    Outcome use(byte[] bytes) throws Exception {
        var outcome = once(bytes);
        if (outcome.took().compareTo(LIMIT) > 0) {
            // Other programs may have taken the time, or the JVM what it loads and compiles once.
            var before = THREADS.getCurrentThreadCpuTime();
            once(bytes);
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before))
                    .as("processor time")
                    .isLessThanOrEqualTo(LIMIT);
        }
        return outcome;
    }

    private Outcome once(byte[] bytes) throws Exception {
        var began = System.nanoTime();
        var harmless = true;
        try {
            use.of(bytes);
        } catch (IOException e) {
            harmless = false;
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception", "(null)");
            assertThat(Printable.message(e.getMessage()).length())
                    .as("length of the message")
                    .isLessThan(3_000);
        }
        return new Outcome(harmless, Duration.ofNanos(System.nanoTime() - began));
    }
}
