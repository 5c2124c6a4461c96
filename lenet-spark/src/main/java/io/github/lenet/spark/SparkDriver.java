package io.github.lenet.spark;

import io.github.lenet.worker.TrainingWorker;

/** The {@code main} of the driver, a worker whose trials run on Spark. {@code lenet:tune} starts it. */
public final class SparkDriver {

    private SparkDriver() {}

    /**
     * Searches, and ends the process with the status of a {@link io.github.lenet.worker.WorkerExit}.
     *
     * @param arguments the path of the parent's socket
     */
    public static void main(String[] arguments) {
        TrainingWorker.main(arguments, SparkCluster::connect);
    }
}
