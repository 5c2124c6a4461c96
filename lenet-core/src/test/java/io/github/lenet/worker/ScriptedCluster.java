package io.github.lenet.worker;

import io.github.lenet.worker.WorkerEvent.ClusterJoined;
import io.github.lenet.worker.WorkerEvent.ClusterProgress;
import java.io.IOException;

/**
 * A worker with a cluster that is this process. The property {@code cluster} names what goes wrong with every trial but
 * those of the first batch: the text that comes back instead, or {@code lost} or {@code away}.
 */
final class ScriptedCluster implements Cluster {

    private final TrialInputs inputs;
    private final String fault;

    private ScriptedCluster(TrialInputs inputs, String fault) {
        this.inputs = inputs;
        this.fault = fault;
    }

    public static void main(String[] arguments) {
        TrainingWorker.main(arguments, ScriptedCluster::connect);
    }

    private static Cluster connect(byte[] inputs) throws IOException {
        var fault = System.getProperty("cluster", "");
        if (fault.equals("away")) {
            throw new IOException("nobody is there");
        }
        return new ScriptedCluster(TrialInputs.of(inputs), fault);
    }

    @Override
    public ClusterJoined joined() {
        return new ClusterJoined("this process", null);
    }

    @Override
    public ClusterProgress progress() {
        return new ClusterProgress(1, 1);
    }

    @Override
    public String run(String name, String training) throws IOException {
        var isLater = name.startsWith("trial 4 ");
        if (isLater && fault.equals("lost")) {
            throw new IOException("the machine was lost three times");
        }
        return isLater && !fault.isEmpty() ? fault : inputs.outcome(training, 1);
    }

    @Override
    public void close() {
        System.err.println("the cluster is closed");
    }
}
