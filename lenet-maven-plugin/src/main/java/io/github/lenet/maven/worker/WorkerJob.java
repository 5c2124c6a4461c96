package io.github.lenet.maven.worker;

import io.github.lenet.io.FileTree;
import io.github.lenet.io.Unfinished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One process to run.
 *
 * @param work what it is for
 * @param command what it runs
 * @param folder where the command line, the output and the dumps of a crash go; no other user may enter it
 * @param model the archive that a training writes, whose digest is in the worker's last word; what a killed worker has
 *     left beside it is deleted. Null where none is written
 * @param request the first line of the worker's standard input, which then stays open for as long as Maven lives
 * @param limits how long to wait
 */
public record WorkerJob(
        Work work,
        WorkerCommand command,
        Path folder,
        @Nullable Path model,
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

    /** What the worker does, at the beginning of a message. */
    String subject() {
        return work.subject();
    }

    Path outputFile() {
        return folder.resolve("output.txt");
    }

    /** The JVM's report of a crash. */
    Path crashReport() {
        return JavaCommand.crashReport(folder);
    }

    /** Deletes what a killed worker has left in the folder of its model. What it had finished stays. */
    void deleteUnfinished() {
        if (model == null) {
            return;
        }
        try {
            Unfinished.delete(FileTree.folderOf(model));
        } catch (IOException e) {
            // It bothers nobody: no reader knows its name, and the next training tries again.
        }
    }

    /** A debugger stops the worker for as long as its user thinks. */
    boolean isDebugged() {
        return command.isDebugged();
    }
}
