package io.github.lenet.spark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.text.English;
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

    /** What Spark calls an application that no standalone master has given an id within a minute. */
    private static final String NO_APPLICATION = "spark-application-\\d+";

    private static final String OTHER_JAVA =
            "They need Java 17 or newer, with Spark up to 4.1 at most 22; <sparkConf><spark.executorEnv.JAVA_HOME> names the folder of"
                    + " another one on their machines";

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
        if (context.sc().applicationId().matches(NO_APPLICATION)) {
            throw noMaster(context.master());
        }
        return new SparkCluster(context, context.broadcast(inputs));
    }

    // Scala declares none of the exceptions that it throws.
    private static JavaSparkContext start(SparkConf conf) throws IOException {
        try {
            return new JavaSparkContext(conf);
        } catch (Exception e) {
            throw new IOException(
                    English.sentence(format(
                                    "Spark does not start with the master %s: %s",
                                    conf.get("spark.master", "(none)"), reason(e)))
                            + " Check <sparkMaster> (-Dlenet.sparkMaster), and whether the cluster runs",
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
            throw new IOException(explain(reason(e)), e);
        }
    }

    private String explain(String reason) {
        if (reason.contains("UnsupportedClassVersionError")) {
            return format("the executors run on a Java that is older than 17 (%s). %s", reason, OTHER_JAVA);
        }
        // The master says so first, and stops the context a moment later.
        if (reason.contains("Master removed our application") || context.sc().isStopped()) {
            return format(
                    "the cluster has ended the application (%s). If nobody has ended it there, its executors do not start; the"
                            + " page of the cluster leads to their stderr. %s",
                    reason, OTHER_JAVA);
        }
        return reason;
    }

    private static IOException noMaster(String master) {
        return new IOException(format(
                "the master %s does not answer. Check <sparkMaster> (-Dlenet.sparkMaster), and whether the cluster runs",
                master));
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
