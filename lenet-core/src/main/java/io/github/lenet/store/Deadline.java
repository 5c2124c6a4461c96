package io.github.lenet.store;

import java.time.Duration;

/**
 * A moment after which something is given up.
 *
 * @param allowed the whole time that was given
 * @param end the moment, on the clock of {@link System#nanoTime}
 */
record Deadline(Duration allowed, long end) {

    static Deadline after(Duration allowed) {
        return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isPast() {
        return remaining().isZero();
    }

    /** The allowed time in words: {@code 90 s}. */
    String text() {
        return text(allowed);
    }

    static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
