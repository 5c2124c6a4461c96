package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code main} of the worker process: one argument, the socket of an {@link EventServer}. See the package for what
 * goes in and comes out. People never start it themselves; {@code lenet:train} and {@code lenet:tune} do.
 */
public final class TrainingWorker {

    private static final long MEBIBYTE = 1 << 20;

    private TrainingWorker() {}

    /**
     * Trains, searches or infers, and ends the process with the status of a {@link WorkerExit}.
     *
     * @param arguments the path of the parent's socket
     */
    public static void main(String[] arguments) {
        main(arguments, null);
    }

    /**
     * The same for a search whose trials run on a cluster.
     *
     * @param arguments the path of the parent's socket
     * @param connection the way to the cluster, or null to train in this process
     */
    public static void main(String[] arguments, Cluster.@Nullable Connection connection) {
        quietenLogging();
        // Deeplearning4j leaves threads behind that would keep the process alive.
        System.exit(run(arguments, connection).status());
    }

    /**
     * Before any logger exists, because the binding reads its settings once. The parent learns of progress in events.
     */
    private static void quietenLogging() {
        System.setProperty("org.slf4j.simpleLogger.logFile", "System.err");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    }

    private static WorkerExit run(String[] arguments, Cluster.@Nullable Connection connection) {
        if (arguments.length != 1) {
            System.err.println("the one argument is the socket of the parent, but there are " + arguments.length);
            return WorkerExit.BAD_REQUEST;
        }
        try (var parent = Parent.connect(Path.of(arguments[0]), System.in)) {
            return run(parent.awaitRequest(), parent, connection);
        } catch (IOException e) {
            System.err.println("the parent is gone: " + e.getMessage());
            return WorkerExit.ORPHANED;
        }
    }

    private static WorkerExit run(String request, Parent parent, Cluster.@Nullable Connection connection) {
        try {
            return run(WorkerRequest.parse(request), parent, connection);
        } catch (IOException e) {
            parent.conclude(new WorkerEvent.Failed(String.valueOf(e.getMessage())));
            return WorkerExit.BAD_REQUEST;
        }
    }

    // Throwable, because what native code and class loading throw are errors, and the parent is to learn of them as
    // well.
    private static WorkerExit run(WorkerRequest request, Parent parent, Cluster.@Nullable Connection connection) {
        try {
            parent.conclude(task(request, parent, connection));
            return WorkerExit.OK;
        } catch (WorkerFailure e) {
            parent.conclude(new WorkerEvent.Failed(String.valueOf(e.getMessage())));
            return e.exit();
        } catch (Throwable e) {
            e.printStackTrace();
            return fail(e, request, parent, connection != null);
        }
    }

    /** Each task has the libraries on its class path that its own class needs, and no others. */
    private static WorkerEvent.Result task(
            WorkerRequest request, Parent parent, Cluster.@Nullable Connection connection) throws WorkerFailure {
        if (request instanceof SearchRequest search) {
            return new SearchTask(search, parent, connection).run();
        }
        return request instanceof InferenceRequest inference
                ? new InferenceTask(inference, parent).run()
                : new TrainingTask((TrainingRequest) request, parent).run();
    }

    private static WorkerExit fail(Throwable thrown, WorkerRequest request, Parent parent, boolean isDriver) {
        var causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .toList();
        for (var cause : causes) {
            if (cause instanceof OutOfMemoryError) {
                parent.conclude(new WorkerEvent.Failed(outOfMemory(cause.getMessage(), isDriver)));
                return WorkerExit.OUT_OF_MEMORY;
            }
        }
        var subject = request instanceof InferenceRequest ? "the inference" : "the training";
        parent.conclude(new WorkerEvent.Failed(subject + " failed: " + causes.get(causes.size() - 1)));
        return WorkerExit.FAILED;
    }

    private static String outOfMemory(@Nullable String what, boolean isDriver) {
        var heap = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        var more = Math.max(1024, 2 * heap);
        return isDriver
                ? format(
                        "the driver ran out of memory: %s, with a heap of at most %d MiB. Give it more, for example"
                                + " <sparkConf><spark.driver.memory>%dm</spark.driver.memory></sparkConf>",
                        what, heap, more)
                : format(
                        "the training ran out of memory: %s, with a heap of at most %d MiB. Give it more, for example "
                                + "<lenet.jvmArgs>-Xmx%dm</lenet.jvmArgs> in the <properties> of the POM, or use a smaller batchSize",
                        what, heap, more);
    }
}
