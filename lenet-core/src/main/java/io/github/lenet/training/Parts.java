package io.github.lenet.training;

import io.github.lenet.kernel.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Work on many images that is divided into a fixed number of parts, and so gives the same result on any number of
 * threads.
 */
final class Parts {

    /** Enough to keep the threads of most machines busy to the end. */
    static final int COUNT = 16;

    private final Workers workers;

    /**
     * Prepares.
     *
     * @param workers the threads to use
     */
    Parts(Workers workers) {
        this.workers = workers;
    }

    /** The work on neighbouring images. */
    @FunctionalInterface
    interface Work<R> {

        /**
         * Does it.
         *
         * @param part number of the part, 0 to {@link #COUNT}{@code - 1}; no two run under one number at a time
         * @param from first image
         * @param to end of the images, exclusive
         * @return the result
         */
        R run(int part, int from, int to);
    }

    /**
     * Does all parts, on all threads.
     *
     * @param images number of images
     * @param work what to do
     * @param <R> the type of a result
     * @return the results, in the order of the images
     */
    <R> List<R> run(int images, Work<R> work) {
        var results = new ArrayList<R>(Collections.nCopies(COUNT, null));
        // Each part has a place of its own in the list, which keeps its size.
        workers.run(
                COUNT,
                (part, thread) -> results.set(part, work.run(part, start(images, part), start(images, part + 1))));
        return results;
    }

    private static int start(int images, int part) {
        return (int) ((long) images * part / COUNT);
    }
}
