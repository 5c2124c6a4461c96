package io.github.lenet.maven.worker;

import io.github.lenet.io.FileProblem;
import io.github.lenet.worker.EventServer;
import io.github.lenet.worker.WorkerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Starts a worker process, follows its events, and turns its end into a result or one message.
 *
 * @param queue the queue of the build
 * @param log where the command line goes under {@code -X}
 */
public record WorkerLauncher(WorkerQueue queue, Log log) {

    /** ND4J's libraries for CUDA would start threads of their own beside those of the training. */
    private static final Map<String, String> ONE_NATIVE_THREAD = Map.of("OMP_NUM_THREADS", "1");

    /**
     * Runs a worker to its end.
     *
     * @param job what to run
     * @param listener gets every event but the last, in the calling thread
     * @return the worker's last word, of a process that has ended well; a model that it speaks of lies in its place
     * @throws MojoExecutionException if the worker does not start, fails, crashes, hangs, is killed, or Maven is
     *     interrupted
     */
    public WorkerEvent.Result run(WorkerJob job, Consumer<WorkerEvent> listener) throws MojoExecutionException {
        try {
            queue.enter();
            try (var server = EventServer.open()) {
                PrivateFiles.createFolder(job.folder());
                Files.deleteIfExists(job.crashReport());
                return follow(job, server, listener);
            } finally {
                queue.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException(
                    job.subject() + " was interrupted" + job.work().afterInterruption(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Cannot run " + job.command().program() + " in " + job.folder() + ": " + FileProblem.describe(e),
                    e);
        }
    }

    private WorkerEvent.Result follow(WorkerJob job, EventServer server, Consumer<WorkerEvent> listener)
            throws IOException, InterruptedException, MojoExecutionException {
        var builder = new ProcessBuilder(job.command().prepare(job.folder(), server.socket()));
        if (!job.command().needsWholeEnvironment()) {
            WorkerEnvironment.reduce(builder.environment());
        }
        builder.environment().putAll(ONE_NATIVE_THREAD);
        builder.environment().putAll(job.command().environment());
        log.debug("Worker: " + String.join(" ", builder.command()));
        log.debug("Request: " + job.request());
        // The standard input stays open until close() below: its end tells the worker that Maven is gone.
        try (var worker = new WorkerProcess(builder.start(), job, server)) {
            return worker.follow(listener);
        }
    }
}
