package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How often a source is asked again, for all of its files together. A server that breaks off again and again, or never
 * has time, must neither hold a build nor fill its log.
 */
final class Retries {

    /** A line that breaks twenty times within one data set will not bring it. */
    static final int MOST_RESUMPTIONS = 20;

    /** With the waits below, a quarter of a minute for a server that does not say how long it has no time. */
    static final int MOST_WAITS = 4;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final Deadline deadline;
    private int resumptions;
    private int waits;

    /**
     * Nothing was asked yet.
     *
     * @param deadline when the source is given up
     */
    Retries(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * Counts a connection that was lost.
     *
     * @throws SourceException if there were too many
     */
    void resume(BrokenTransferException lost) throws SourceException {
        resumptions++;
        if (resumptions > MOST_RESUMPTIONS) {
            throw new SourceException(
                    format("%s; the connection was lost %d times", lost.getMessage(), resumptions), lost);
        }
    }

    /**
     * Tells how long to wait for a server that has no time: as long as it asks, or else twice as long as the time
     * before.
     *
     * @throws SourceException if it had no time too often, or the wait would take too long
     */
    Duration waitFor(BusyServerException busy) throws SourceException {
        if (waits == MOST_WAITS) {
            throw new SourceException(format("%s, %d times", busy.getMessage(), waits + 1), busy);
        }
        var wait = busy.requestedWait().orElse(SHORTEST_WAIT.multipliedBy(1L << waits));
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            wait = SHORTEST_WAIT;
        }
        if (wait.compareTo(deadline.remaining()) > 0) {
            throw new SourceException(
                    format(
                            "%s, and %s to wait would be more than is left of %s",
                            busy.getMessage(), Deadline.text(wait.truncatedTo(ChronoUnit.SECONDS)), deadline.text()),
                    busy);
        }
        waits++;
        return wait;
    }
}
