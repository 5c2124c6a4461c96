package io.github.lenet.maven.worker;

import io.github.lenet.io.FileProblem;
import io.github.lenet.worker.EventServer;
import io.github.lenet.worker.WorkerEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Starts a worker process, follows its events, and turns its end into a result or one message.
 *
 * @param queue the queue of the build
 * @param log where the command line goes under {@code -X}
 */
public record WorkerLauncher(WorkerQueue queue, Log log) {

    /**
     * The JVM would take a quarter of the machine; a build shares it. The user's {@code jvmArgs} come later and win.
     */
    private static final String DEFAULT_HEAP = "-Xmx1g";

    /** ND4J's libraries for CUDA would start threads of their own beside those of the training. */
    private static final Map<String, String> ONE_NATIVE_THREAD = Map.of("OMP_NUM_THREADS", "1");

    /**
     * JavaCPP's default, twice the heap, counts all that is mapped into the process: the libraries of CUDA alone can
     * reach it, and the training would end for want of memory that it does not need.
     */
    private static final String NO_LIMIT_ON_PHYSICAL_MEMORY = "-Dorg.bytedeco.javacpp.maxphysicalbytes=0";

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
                prepare(job, server);
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
                    "Cannot run the JVM " + job.command().java().file() + " in " + job.folder() + ": "
                            + FileProblem.describe(e),
                    e);
        }
    }

    private void prepare(WorkerJob job, EventServer server) throws IOException {
        PrivateFiles.createFolder(job.folder());
        Files.deleteIfExists(job.crashReport());
        try (var out = PrivateFiles.create(job.argumentFile())) {
            out.write(ArgumentFile.bytes(arguments(job, server)));
        }
    }

    private WorkerEvent.Result follow(WorkerJob job, EventServer server, Consumer<WorkerEvent> listener)
            throws IOException, InterruptedException, MojoExecutionException {
        var builder = new ProcessBuilder(job.command().java().file().toString(), "@" + job.argumentFile());
        builder.environment().putAll(ONE_NATIVE_THREAD);
        builder.environment().putAll(job.command().environment());
        log.debug("Worker: " + String.join(" ", builder.command()) + " with " + arguments(job, server));
        log.debug("Request: " + job.request());
        // The standard input stays open until close() below: its end tells the worker that Maven is gone.
        try (var worker = new WorkerProcess(builder.start(), job, server)) {
            return worker.follow(listener);
        }
    }

    private static List<String> arguments(WorkerJob job, EventServer server) {
        var arguments = new ArrayList<String>();
        arguments.add(DEFAULT_HEAP);
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        arguments.add("-XX:ErrorFile=" + job.crashReport());
        arguments.add("-Djava.awt.headless=true");
        arguments.add(NO_LIMIT_ON_PHYSICAL_MEMORY);
        arguments.addAll(job.command().java().nativeAccessArguments());
        arguments.addAll(job.command().java().vectorArguments());
        arguments.addAll(job.command().jvmArguments());
        arguments.add("-cp");
        arguments.add(
                job.command().classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        arguments.add(job.command().mainClass());
        arguments.add(server.socket().toString());
        return arguments;
    }
}
