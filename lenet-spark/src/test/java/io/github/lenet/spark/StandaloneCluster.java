package io.github.lenet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A master and two workers of one core each, which are processes of this machine. */
final class StandaloneCluster implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://[\\w.]+:\\d+)");
    private static final int WORKERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private String master = "";

    private StandaloneCluster(Path folder) {
        this.folder = folder;
    }

    static StandaloneCluster start(SparkHome spark, Path folder) throws Exception {
        var cluster = new StandaloneCluster(Files.createDirectories(folder));
        try {
            cluster.start(spark);
            return cluster;
        } catch (Throwable e) {
            cluster.close();
            throw e;
        }
    }

    private void start(SparkHome spark) throws Exception {
        var log = folder.resolve("master.log");
        processes.add(spark.start(
                log,
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
        await(() -> ADDRESS.matcher(content(log)).find());
        var matcher = ADDRESS.matcher(content(log));
        assertThat(matcher.find()).isTrue();
        master = matcher.group(1);
        for (var number = 1; number <= WORKERS; number++) {
            processes.add(spark.start(
                    folder.resolve("worker" + number + ".log"),
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    folder.resolve("work" + number).toString(),
                    master));
        }
        await(() -> content(log).split("Registering worker", -1).length > WORKERS);
    }

    String master() {
        return master;
    }

    /** What runs on the cluster at the moment. */
    List<ProcessHandle> executors() {
        return processes.stream()
                .skip(1)
                .flatMap(Process::descendants)
                // What the script of a worker has started before it became the worker, and nobody asks about: no
                // program.
                .filter(process -> process.info().command().isPresent())
                .toList();
    }

    void awaitIdle() throws InterruptedException {
        await(() -> executors().isEmpty());
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting in vain").isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static String content(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        for (var process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            // Waits, or the folder could not be deleted.
            process.destroyForcibly().onExit().join();
        }
    }
}
