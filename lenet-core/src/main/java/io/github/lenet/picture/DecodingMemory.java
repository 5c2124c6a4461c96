package io.github.lenet.picture;

import io.github.lenet.io.Heap;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * The memory that pictures may take while they are read, by all threads together: a thread waits until there is enough.
 * Each asks once, for all that it needs, so that none waits for ever.
 */
final class DecodingMemory {

    /** Half of the heap; the other half is for what the pictures become, and for whoever reads them. */
    static final DecodingMemory SHARED = new DecodingMemory(Heap.limit() / 2);

    /** So coarse that a semaphore can count the bytes of the largest heap. */
    private static final int UNIT = 1 << 16;

    private final int units;
    private final Semaphore free;

    DecodingMemory(long bytes) {
        this.units = (int) Math.min(bytes / UNIT, Integer.MAX_VALUE);
        this.free = new Semaphore(units, true);
    }

    /** All that there is, whether it is in use or not. */
    long bytes() {
        return (long) units * UNIT;
    }

    /**
     * Does something that needs memory.
     *
     * @param bytes what it needs, at most {@link #bytes()}
     * @param work what is done
     * @return what it gives
     */
    <T> T with(long bytes, Work<T> work) throws IOException {
        var needed = (int) (bytes / UNIT + 1);
        free.acquireUninterruptibly(Math.min(needed, units));
        try {
            return work.run();
        } finally {
            free.release(Math.min(needed, units));
        }
    }

    /** What is done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
