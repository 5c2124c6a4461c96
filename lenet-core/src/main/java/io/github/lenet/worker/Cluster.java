package io.github.lenet.worker;

import java.io.IOException;

/**
 * Machines that run the trials of a search. To them a trial is a text that goes out and a text that comes back; which
 * trials there are, and what their results mean, is decided in the process of the search.
 */
public interface Cluster extends AutoCloseable {

    /** The way to a cluster. */
    @FunctionalInterface
    interface Connection {

        /**
         * Connects, and waits until the cluster has answered.
         *
         * @param inputs what all trials share, for {@link TrialInputs#of}; each machine is to have it once
         * @return the cluster
         * @throws IOException if there is none, or it has no room for the inputs; the message says what to do
         */
        Cluster open(byte[] inputs) throws IOException;
    }

    /**
     * What the cluster is.
     *
     * @return the event to begin with
     */
    WorkerEvent.ClusterJoined joined();

    /**
     * What it does at the moment; asked once a second, also while trials run.
     *
     * @return the event that is a sign of life
     */
    WorkerEvent.ClusterProgress progress();

    /**
     * Runs a trial with {@link TrialInputs#outcome} on any machine, on another one again if that machine is lost.
     * Several threads call this side by side.
     *
     * @param name the trial for the pages of the cluster, without the name of any file
     * @param training what to give to that method
     * @return what that method gave
     * @throws IOException if it has given nothing after several tries; the message is the reason of the last one
     */
    String run(String name, String training) throws IOException;

    /** Gives the machines back. What runs there ends. */
    @Override
    void close();
}
