package io.github.lenet.maven.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process to run.
 *
 * @param java what runs it
 * @param jvmArguments the user's arguments; they follow the defaults, and win
 * @param environment variables that are added to those of Maven
 * @param classPath files and folders, in order
 * @param mainClass name of the class to run; its only argument is the socket of an
 *     {@link io.github.lenet.worker.EventServer}
 * @param folder where the command line, the output and the dumps of a crash go; no other user may enter it
 * @param model the archive to write, whose digest is in the worker's last word; what a killed worker has left beside it
 *     is deleted
 * @param request the first line of the worker's standard input, which then stays open for as long as Maven lives
 * @param limits how long to wait
 */
public record WorkerJob(
        JavaExecutable java,
        List<String> jvmArguments,
        Map<String, String> environment,
        List<Path> classPath,
        String mainClass,
        Path folder,
        Path model,
        String request,
        Limits limits) {

    /**
     * How long to wait for a worker before it counts as hanging.
     *
     * @param start from its launch to its first event, which it sends before it looks at any data
     * @param silence between two events
     * @param total for everything, or zero for no limit
     */
    public record Limits(Duration start, Duration silence, Duration total) {

        /**
         * The limits that are wide enough for a slow machine, with the user's own on top.
         *
         * @param totalInSeconds value of {@code forkedProcessTimeoutInSeconds}, 0 for no limit
         * @return the limits
         */
        public static Limits of(int totalInSeconds) {
            return new Limits(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofSeconds(totalInSeconds));
        }
    }

    Path argumentFile() {
        return folder.resolve("command.args");
    }

    Path outputFile() {
        return folder.resolve("output.txt");
    }

    /** A debugger stops the worker for as long as its user thinks. */
    boolean isDebugged() {
        return jvmArguments.stream().anyMatch(argument -> argument.contains("jdwp"));
    }
}
