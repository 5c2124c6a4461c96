package io.github.lenet.spark;

import io.github.lenet.worker.TrialInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** What an executor does: it trains with as many threads as Spark has given the task ({@code spark.task.cpus}). */
final class TrialTask implements Function<String, String> {

    private static final long serialVersionUID = 1L;

    /** What this executor has read, once for all of its tasks, by the number of the broadcast. */
    private static final Map<Long, TrialInputs> READ = new ConcurrentHashMap<>();

    private final Broadcast<byte[]> inputs;

    /**
     * Prepares the task.
     *
     * @param inputs what all trials share
     */
    TrialTask(Broadcast<byte[]> inputs) {
        this.inputs = inputs;
    }

    @Override
    public String call(String training) throws IOException {
        return READ.computeIfAbsent(inputs.id(), id -> read())
                .outcome(training, TaskContext.get().cpus());
    }

    private TrialInputs read() {
        try {
            return TrialInputs.of(inputs.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
