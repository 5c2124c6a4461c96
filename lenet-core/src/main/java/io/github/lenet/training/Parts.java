package io.github.lenet.training;

import io.github.lenet.kernel.Workers;

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
    interface Work {

        /**
         * Does it.
         *
         * @param part number of the part, 0 to {@link #COUNT}{@code - 1}; no two run under one number at a time
         * @param from first image
         * @param to end of the images, exclusive
         */
        void run(int part, int from, int to);
    }

    /**
     * Does all parts, on all threads.
     *
     * @param images number of images
     * @param work what to do
     */
    void run(int images, Work work) {
        workers.run(COUNT, (part, thread) -> work.run(part, start(images, part), start(images, part + 1)));
    }

    private static int start(int images, int part) {
        return (int) ((long) images * part / COUNT);
    }
}
