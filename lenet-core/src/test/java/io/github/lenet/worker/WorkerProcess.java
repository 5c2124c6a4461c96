package io.github.lenet.worker;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real worker in a process of its own, and its parent: what {@code lenet:train} does, as far as a test needs it. */
final class WorkerProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final EventServer server;
    private final Process process;

    private WorkerProcess(EventServer server, Process process) {
        this.server = server;
        this.process = process;
    }

    /** Starts a worker on a request, with its output in a file. */
    static WorkerProcess start(WorkerRequest request, Path log) throws IOException {
        return start(request.line(), log, List.of());
    }

    /** Starts a worker; {@code prefix} stands before the Java command, {@code jvmArguments} after it. */
    static WorkerProcess start(String request, Path log, List<String> prefix, String... jvmArguments)
            throws IOException {
        return start(TrainingWorker.class, request, log, prefix, jvmArguments);
    }

    /** Starts another main class that is a worker. */
    static WorkerProcess start(
            Class<?> mainClass, String request, Path log, List<String> prefix, String... jvmArguments)
            throws IOException {
        var server = EventServer.open();
        var worker = new WorkerProcess(server, process(mainClass, server.socket(), log, prefix, jvmArguments));
        worker.process.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
        worker.process.getOutputStream().flush();
        return worker;
    }

    /** Starts the process alone. */
    static Process process(Path socket, Path log, List<String> prefix, String... jvmArguments) throws IOException {
        return process(TrainingWorker.class, socket, log, prefix, jvmArguments);
    }

    private static Process process(
            Class<?> mainClass, Path socket, Path log, List<String> prefix, String... jvmArguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        command.add(socket.toString());
        var builder = new ProcessBuilder(command);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return builder.start();
    }

    /** The next event but those about the reading of the data, or null when the worker has closed the connection. */
    WorkerEvent nextEvent() throws IOException, InterruptedException {
        WorkerEvent event;
        do {
            event = nextEventOfAll();
        } while (event instanceof WorkerEvent.Preparing);
        return event;
    }

    /** The next event, or null when the worker has closed the connection. */
    WorkerEvent nextEventOfAll() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!server.hasEnded()) {
            var isAlive = process.isAlive();
            var event = server.poll(Duration.ofMillis(200));
            if (event != null) {
                return event;
            }
            if (!isAlive && !server.hasEnded()) {
                throw new IOException("the worker has ended without a connection");
            }
            if (System.nanoTime() > deadline) {
                throw new SocketTimeoutException("the worker says nothing");
            }
        }
        return null;
    }

    /** Every event that is left. */
    List<WorkerEvent> remainingEvents() throws IOException, InterruptedException {
        var remaining = new ArrayList<WorkerEvent>();
        for (var event = nextEvent(); event != null; event = nextEvent()) {
            remaining.add(event);
        }
        return remaining;
    }

    Process process() {
        return process;
    }

    /** Waits for the end of the process. */
    int status() throws InterruptedException, SocketTimeoutException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new SocketTimeoutException("the worker does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        server.close();
    }
}
