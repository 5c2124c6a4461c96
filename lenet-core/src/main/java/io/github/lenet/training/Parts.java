package io.github.lenet.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * Work on many images that is divided into a fixed number of parts, and so gives the same result on any number of
 * threads.
 */
final class Parts {

    /** Enough to keep the threads of most machines busy to the end. */
    static final int COUNT = 16;

    private final ExecutorService executor;

    /**
     * Prepares.
     *
     * @param executor the threads to use
     */
    Parts(ExecutorService executor) {
        this.executor = executor;
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
        List<Callable<R>> parts = IntStream.range(0, COUNT)
                .<Callable<R>>mapToObj(part -> () -> work.run(part, start(images, part), start(images, part + 1)))
                .toList();
        try {
            var results = new ArrayList<R>();
            for (var part : executor.invokeAll(parts)) {
                results.add(part.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the training was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the training failed", e.getCause());
        }
    }

    private static int start(int images, int part) {
        return (int) ((long) images * part / COUNT);
    }
}
