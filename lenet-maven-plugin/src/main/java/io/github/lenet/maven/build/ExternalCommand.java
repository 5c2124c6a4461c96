package io.github.lenet.maven.build;

import io.github.lenet.io.ChildProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Runs a command of the system that reports something in a few lines. */
public final class ExternalCommand {

    private ExternalCommand() {}

    /**
     * How a command ended.
     *
     * @param status exit status, or {@link #HANGING}
     * @param output what it printed, both streams together
     */
    public record Result(int status, String output) {

        /** The command did not end in time and was killed; a driver that has lost its card hangs its tools. */
        public static final int HANGING = -1;
    }

    /**
     * Runs a command to its end.
     *
     * @param patience how long it may take
     * @param command the program and its arguments
     * @return how it ended, or empty if there is no such program
     */
    public static Optional<Result> run(Duration patience, String... command) {
        return run(patience, new ProcessBuilder(command));
    }

    /**
     * Runs a command to its end.
     *
     * @param patience how long it may take
     * @param command the program with its arguments, its folder and its environment
     * @return how it ended, or empty if there is no such program
     */
    public static Optional<Result> run(Duration patience, ProcessBuilder command) {
        try {
            return Optional.of(ChildProcess.run(command.redirectErrorStream(true), patience)
                    .map(ended -> new Result(ended.status(), ended.output()))
                    .orElse(new Result(Result.HANGING, "")));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
