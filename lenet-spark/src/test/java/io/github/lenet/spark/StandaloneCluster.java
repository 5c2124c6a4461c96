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
import java.util.stream.Stream;

/** A master and two workers of one core each, which are processes of this machine. */
final class StandaloneCluster implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://[\\w.]+:\\d+)");
    private static final int WORKERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SparkHome spark;
    private final Path folder;

    /** The master, and then the workers. */
    private final List<Process> processes = new ArrayList<>();

    private String master = "";

    private StandaloneCluster(SparkHome spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    static StandaloneCluster start(SparkHome spark, Path folder) throws Exception {
        var cluster = new StandaloneCluster(spark, Files.createDirectories(folder));
        try {
            cluster.start();
            return cluster;
        } catch (Throwable e) {
            cluster.close();
            throw e;
        }
    }

    private void start() throws Exception {
        processes.add(spark.start(
                log(),
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
        await(() -> ADDRESS.matcher(content(log())).find());
        var matcher = ADDRESS.matcher(content(log()));
        assertThat(matcher.find()).isTrue();
        master = matcher.group(1);
        for (var number = 1; number <= WORKERS; number++) {
            processes.add(startWorker());
        }
        await(() -> registrations() == WORKERS);
    }

    private Process startWorker() throws Exception {
        var work = Files.createTempDirectory(folder, "worker");
        return spark.start(
                work.resolve("worker.log"),
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
                work.toString(),
                master);
    }

    private Path log() {
        return folder.resolve("master.log");
    }

    /** Workers that have ever been there. */
    private int registrations() {
        return content(log()).split("Registering worker", -1).length - 1;
    }

    String master() {
        return master;
    }

    /** Kills the first worker, and gives it with its executors. */
    List<ProcessHandle> loseWorker() {
        var worker = processes.get(1);
        var lost = new ArrayList<>(executors(Stream.of(worker)));
        lost.add(worker.toHandle());
        worker.destroyForcibly();
        return lost;
    }

    /** Starts a worker in the place of the one that was lost. */
    void replaceWorker() throws Exception {
        var before = registrations();
        processes.set(1, startWorker());
        await(() -> registrations() > before);
    }

    /** What runs on the cluster at the moment. */
    List<ProcessHandle> executors() {
        return executors(processes.stream().skip(1));
    }

    private static List<ProcessHandle> executors(Stream<Process> workers) {
        return workers.flatMap(Process::descendants)
                // What the script of a worker has started before it became the worker, and nobody asks about: no
                // program.
                .filter(process -> process.info().command().isPresent())
                .toList();
    }

    void awaitIdle() throws InterruptedException {
        await(() -> executors().isEmpty());
    }

    static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        await(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
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
