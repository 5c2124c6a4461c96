package io.github.lenet.maven.worker;

import io.github.lenet.worker.WorkerEvent;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.MojoExecutionException;

/** Decides when a worker that says nothing, or takes too long, counts as hanging. */
final class Patience {

    private final WorkerJob job;
    private final LongSupplier nanoTime;
    private long started;
    private long lastHeard;
    private boolean heard;

    /**
     * Starts the clock.
     *
     * @param job has the limits
     * @param nanoTime the clock, {@link System#nanoTime} outside of tests
     */
    Patience(WorkerJob job, LongSupplier nanoTime) {
        this.job = job;
        this.nanoTime = nanoTime;
        started = nanoTime.getAsLong();
    }

    /** The worker has sent an event. */
    void heard(WorkerEvent event) {
        heard = true;
        lastHeard = nanoTime.getAsLong();
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
                    + " s of <forkedProcessTimeoutInSeconds>, and was stopped. Raise that limit, or lower <epochs>."
                    + WorkerFailure.output(job));
        }
        if (!heard && since(started).compareTo(limits.start()) > 0) {
            throw new MojoExecutionException(job.subject() + "'s JVM has not reported within "
                    + limits.start().toSeconds() + " s after its start, and was stopped." + WorkerFailure.output(job));
        }
        if (heard && since(lastHeard).compareTo(limits.silence()) > 0) {
            throw new MojoExecutionException(job.subject() + " has been silent for "
                    + limits.silence().toSeconds() + " s, and was stopped." + WorkerFailure.output(job));
        }
    }

    private Duration since(long moment) {
        return Duration.ofNanos(nanoTime.getAsLong() - moment);
    }
}
