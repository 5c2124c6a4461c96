package io.github.lenet.spark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.worker.Cluster;
import io.github.lenet.worker.WorkerEvent.ClusterJoined;
import io.github.lenet.worker.WorkerEvent.ClusterProgress;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** A cluster that Spark knows. Each trial is a job of one task, so that each is known as soon as it has ended. */
final class SparkCluster implements Cluster {

    /** A trial is the same wherever it runs, so that it may be tried again; more often than this helps nobody. */
    private static final String TRIES = "3";

    private final JavaSparkContext context;
    private final Broadcast<byte[]> inputs;

    private SparkCluster(JavaSparkContext context, Broadcast<byte[]> inputs) {
        this.context = context;
        this.inputs = inputs;
    }

    /**
     * Connects to the cluster of the configuration that {@code spark-submit} has read.
     *
     * @param inputs what all trials share
     * @return the cluster
     * @throws IOException if there is none, or its executors are too small
     */
    static SparkCluster connect(byte[] inputs) throws IOException {
        var conf = new SparkConf().setIfMissing("spark.task.maxFailures", TRIES);
        ExecutorMemory.requireRoomFor(inputs.length, conf);
        var context = start(conf);
        return new SparkCluster(context, context.broadcast(inputs));
    }

    // Scala declares none of the exceptions that it throws.
    private static JavaSparkContext start(SparkConf conf) throws IOException {
        try {
            return new JavaSparkContext(conf);
        } catch (Exception e) {
            throw new IOException(
                    format(
                            "Spark does not start with the master %s: %s. Check <sparkMaster> (-Dlenet.sparkMaster), and whether"
                                    + " the cluster runs. The driver runs on Java %d; Spark 3.5 needs one from 17 to 22",
                            conf.get("spark.master", "(none)"),
                            reason(e),
                            Runtime.version().feature()),
                    e);
        }
    }

    @Override
    public ClusterJoined joined() {
        var page = context.sc().uiWebUrl();
        return new ClusterJoined(
                format("Spark %s at %s", context.version(), context.master()), page.isEmpty() ? null : page.get());
    }

    @Override
    public ClusterProgress progress() {
        if (context.sc().isStopped()) {
            return new ClusterProgress(0, 0);
        }
        var executors = context.sc().statusTracker().getExecutorInfos();
        var trainings = Stream.of(executors)
                .mapToInt(executor -> executor.numRunningTasks())
                .sum();
        // The driver is in the list as well.
        return new ClusterProgress(Math.max(0, executors.length - 1), trainings);
    }

    @Override
    public String run(String name, String training) throws IOException {
        context.setJobGroup(name, name);
        try {
            return context.parallelize(List.of(training), 1)
                    .map(new TrialTask(inputs))
                    .collect()
                    .get(0);
        } catch (Exception e) {
            throw new IOException(context.sc().isStopped() ? noMaster(e) : reason(e), e);
        }
    }

    /** A standalone master that never answered shows only here: Spark waits a minute for it, and stops. */
    private String noMaster(Exception e) {
        return format(
                "the master %s does not answer (%s). Check <sparkMaster> (-Dlenet.sparkMaster), and whether the cluster runs",
                context.master(), reason(e));
    }

    /** What Spark says goes on with lines of the stack. */
    private static String reason(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.toString())
                .strip();
    }

    @Override
    public void close() {
        context.close();
    }
}
