package io.github.lenet.maven.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.text.English;
import io.github.lenet.text.Printable;
import io.github.lenet.worker.EventServer;
import io.github.lenet.worker.WorkerEvent;
import io.github.lenet.worker.WorkerEvent.Result;
import io.github.lenet.worker.WorkerEvent.Trained;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** A running worker. Closing it ends the process, if it still runs, together with all that belongs to it. */
final class WorkerProcess implements AutoCloseable {

    /** How often to look at the clock. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** How long a killed process may take to disappear, and the output of an ended one to arrive. */
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Process process;
    private final WorkerJob job;
    private final EventServer server;
    private final OutputDump output;
    private final Thread shutdownHook;
    private @Nullable Result result;
    private @Nullable String complaint;

    WorkerProcess(Process process, WorkerJob job, EventServer server) throws IOException {
        this.process = process;
        this.job = job;
        this.server = server;
        shutdownHook = new Thread(this::kill, "lenet-worker-shutdown");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        try {
            output = new OutputDump(process, job.outputFile());
        } catch (IOException e) {
            kill();
            throw e;
        }
        request();
    }

    /**
     * In a thread of its own: a worker that does not read, such as one that a debugger holds, must not hold this one.
     */
    private void request() {
        var writer = new Thread(
                () -> {
                    try {
                        var input = process.getOutputStream();
                        input.write((job.request() + "\n").getBytes(StandardCharsets.UTF_8));
                        input.flush();
                    } catch (IOException e) {
                        // The worker has ended before it read this, and its exit status tells why.
                    }
                },
                "lenet-worker-request");
        writer.setDaemon(true);
        writer.start();
    }

    /** Hands on every event but the result until the process ends. */
    WorkerEvent.Result follow(Consumer<WorkerEvent> listener) throws InterruptedException, MojoExecutionException {
        var clock = new Patience(job, process.pid(), System::nanoTime);
        var unused = process.onExit().thenRun(server::wakeUp);
        while (process.isAlive()) {
            var event = poll(GLANCE);
            if (event != null) {
                clock.heard(event);
                take(event, listener);
            }
            clock.check();
        }
        for (var event = poll(Duration.ZERO); event != null; event = poll(Duration.ZERO)) {
            take(event, listener);
        }
        output.join(FAREWELL);
        return result();
    }

    private @Nullable WorkerEvent poll(Duration patience) throws InterruptedException, MojoExecutionException {
        try {
            return server.poll(patience);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    Printable.of(English.sentence(job.subject() + "'s messages cannot be read: " + e.getMessage()))
                            + WorkerFailure.output(job),
                    e);
        }
    }

    private void take(WorkerEvent event, Consumer<WorkerEvent> listener) {
        if (event instanceof WorkerEvent.Result last) {
            result = last;
            return;
        }
        if (event instanceof WorkerEvent.Failed failed) {
            complaint = failed.message();
        }
        listener.accept(event);
    }

    private Result result() throws MojoExecutionException {
        if (process.exitValue() != 0 || result == null) {
            throw new MojoExecutionException(
                    Printable.message(WorkerFailure.explain(process.exitValue(), complaint, job)));
        }
        if (result instanceof Trained trained && job.model() != null) {
            requireModel(trained, job.model());
        }
        return result;
    }

    /** Whatever else has written there meanwhile is not what was trained. */
    private static void requireModel(Trained trained, Path model) throws MojoExecutionException {
        String found;
        try {
            found = Sha256.hex(model);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The trained model is gone: " + FileProblem.describe(e) + ". Train again.", e);
        }
        if (!found.equals(trained.sha256())) {
            throw new MojoExecutionException(format(
                    "%s is not the file that was trained: its SHA-256 is %s, but that of the trained one is %s. Something else has"
                            + " written there; train again: mvn lenet:train",
                    model, found, trained.sha256()));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
            output.close();
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(shutdownHook);
            } catch (IllegalStateException e) {
                // Maven is shutting down, and the hook does the same as this method.
            }
        }
    }

    /** Ends the process at once, whatever it is doing, and leaves no half-written file. */
    private void kill() {
        server.removeSocket();
        if (!process.isAlive()) {
            if (result == null) {
                job.deleteUnfinished();
            }
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        var interrupted = false;
        try {
            process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        job.deleteUnfinished();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
