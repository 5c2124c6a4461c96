package io.github.lenet.maven.gate;

import io.github.lenet.io.FileProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * What accompanies a verdict, for people and for the pages of build servers: the page, the summary, the card. Whatever
 * goes wrong with one is a warning after the verdict, and changes neither the verdict nor the end of the build; the
 * numbers and the JUnit file are there before the first.
 */
public final class Decorations {

    private final List<String> problems = new ArrayList<>();

    /** Something to be written. */
    @FunctionalInterface
    public interface Step {

        /**
         * Writes it.
         *
         * @throws IOException if that fails
         */
        void run() throws IOException;
    }

    /**
     * Takes a step, and remembers if it fails.
     *
     * @param what the file or the environment variable that it is about, for the warning
     * @param step the step
     */
    public void add(Object what, Step step) {
        find(what, () -> {
            step.run();
            return what;
        });
    }

    /**
     * Gets something that only decorations need, and remembers if that fails.
     *
     * @param what where it comes from, for the warning
     * @param source gives it, or null
     * @param <T> its type
     * @return the value; empty if there is none, or it cannot be had
     */
    public <T> Optional<T> find(@Nullable Object what, Callable<T> source) {
        try {
            return Optional.ofNullable(source.call());
        } catch (IOException e) {
            return failed(what, FileProblem.describe(e));
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
            // Errors of the JVM too: a page that does not fit into the memory says nothing about the model.
            return failed(what, e.toString());
        }
    }

    private <T> Optional<T> failed(@Nullable Object what, String reason) {
        // Most reasons begin with the name of the file.
        problems.add(reason.startsWith(String.valueOf(what)) ? reason : what + ": " + reason);
        return Optional.empty();
    }

    /**
     * One warning about all that failed.
     *
     * @param log where it goes
     */
    public void report(Log log) {
        if (!problems.isEmpty()) {
            log.warn("The verdict stands, but not all that goes with it could be written: "
                    + String.join("; ", problems));
        }
    }
}
