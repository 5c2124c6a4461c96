package io.github.lenet.worker;

import io.github.lenet.recipe.EpochResult;
import io.github.lenet.training.Checkpoint;
import io.github.lenet.training.TrainingListener;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the parent how far the training is, once a second whatever it does meanwhile: the digest of gigabytes of data,
 * a batch of thousands of images or a validation takes longer than a parent waits for a sign of life.
 */
final class ProgressReporter implements TrainingListener, AutoCloseable {

    private final Parent parent;
    private final ScheduledExecutorService clock;
    private final AtomicLong bytes = new AtomicLong();
    private long bytesReported;
    private WorkerEvent.@Nullable Progress progress;
    private @Nullable Supplier<? extends WorkerEvent> watched;

    /**
     * Begins to report.
     *
     * @param parent whom to tell
     */
    ProgressReporter(Parent parent) {
        this.parent = parent;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        parent.send(new WorkerEvent.Preparing(0));
        var unused = clock.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * More of the data has been read.
     *
     * @param more number of bytes
     */
    void read(long more) {
        bytes.addAndGet(more);
    }

    /**
     * Sends an event of what happens elsewhere, instead of the progress in this process.
     *
     * @param next makes the event, once a second
     */
    synchronized void watch(Supplier<? extends WorkerEvent> next) {
        watched = next;
    }

    @Override
    public void started(String backend, String network, int trainingImages, int validationImages, int parameters) {
        parent.send(new WorkerEvent.Started(backend, network, trainingImages, validationImages, parameters));
    }

    @Override
    public void resumed(Checkpoint checkpoint) {
        parent.send(new WorkerEvent.Resumed(
                checkpoint.epochs(),
                checkpoint.running().images(),
                checkpoint.written().toString()));
    }

    @Override
    public synchronized void progressed(int epoch, int images) {
        progress = new WorkerEvent.Progress(epoch, images);
    }

    @Override
    public synchronized void epochFinished(EpochResult result) {
        parent.send(new WorkerEvent.EpochFinished(result));
        // What is sent from here on belongs to the next epoch, if there is one.
        progress = null;
    }

    private synchronized void report() {
        if (watched != null) {
            parent.send(watched.get());
        } else if (progress != null) {
            parent.send(progress);
        } else if (bytes.get() > bytesReported) {
            bytesReported = bytes.get();
            parent.send(new WorkerEvent.Preparing(bytesReported));
        }
    }

    @Override
    public void close() {
        // Interrupts no report, unlike shutdownNow, and that is what would close the way to the parent.
        clock.shutdown();
    }
}
