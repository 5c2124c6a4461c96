package io.github.lenet.maven.worker;

import io.github.lenet.worker.WorkerEvent;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Decides when a worker that says nothing, or takes too long, counts as hanging. Time in which Maven itself does not
 * run does not count: after Ctrl-Z and {@code fg}, or in a container that was paused, both processes go on where they
 * were.
 */
final class Patience {

    /** Maven looks at the clock five times a second; when that long has passed, it was suspended. */
    private static final Duration SUSPENDED = Duration.ofMinutes(1);

    private final WorkerJob job;
    private final long processId;
    private final LongSupplier nanoTime;
    private long lastLooked;
    private long suspended;
    private long started;
    private long lastHeard;
    private boolean heard;

    /**
     * Starts the clock.
     *
     * @param job has the limits
     * @param processId of the worker, for the messages
     * @param nanoTime the clock, {@link System#nanoTime} outside of tests
     */
    Patience(WorkerJob job, long processId, LongSupplier nanoTime) {
        this.job = job;
        this.processId = processId;
        this.nanoTime = nanoTime;
        lastLooked = nanoTime.getAsLong();
        started = lastLooked;
    }

    /** The worker has sent an event. */
    void heard(WorkerEvent event) {
        heard = true;
        lastHeard = now();
        if (event instanceof WorkerEvent.Waiting) {
            // The wait has a limit of its own, and the training is still to come.
            started = lastHeard;
        }
    }

    /**
     * Looks at the clock.
     *
     * @throws MojoExecutionException if a limit has passed
     */
    void check() throws MojoExecutionException {
        if (job.isDebugged()) {
            return;
        }
        var limits = job.limits();
        if (!limits.total().isZero() && since(started).compareTo(limits.total()) > 0) {
            throw new MojoExecutionException(job.subject() + " has not ended within the "
                    + limits.total().toSeconds()
                    + " s of <forkedProcessTimeoutInSeconds>, and was ended. Raise that limit, or lower <epochs>."
                    + WorkerFailure.output(job));
        }
        if (!heard && since(started).compareTo(limits.start()) > 0) {
            throw new MojoExecutionException(job.subject() + "'s JVM (process " + processId
                    + ") has not reported within " + limits.start().toSeconds() + " s after its start, and was ended."
                    + WorkerFailure.output(job));
        }
        if (heard && since(lastHeard).compareTo(limits.silence()) > 0) {
            throw new MojoExecutionException(job.subject() + " (process " + processId + ") has been silent for "
                    + limits.silence().toSeconds() + " s, and was ended." + WorkerFailure.output(job));
        }
    }

    private Duration since(long moment) {
        return Duration.ofNanos(now() - moment);
    }

    private long now() {
        var now = nanoTime.getAsLong();
        if (now - lastLooked > SUSPENDED.toNanos()) {
            suspended += now - lastLooked;
        }
        lastLooked = now;
        return now - suspended;
    }
}
