package io.github.lenet.maven.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.text.Printable;
import io.github.lenet.worker.WorkerEvent;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Writes the progress of a worker into Maven's log: what is the same for a training and for a search. */
public abstract class WorkerLog implements Consumer<WorkerEvent> {

    /** What takes longer than this is reported on its way. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MEGABYTE = 1_000_000;

    private final String dataset;
    private final Log log;
    private final LongSupplier clock;
    private long lastLine;
    private @Nullable String awaited;

    /**
     * Begins the log.
     *
     * @param dataset name of the data set
     * @param log where the lines go
     * @param clock {@link System#nanoTime} outside of tests
     */
    protected WorkerLog(String dataset, Log log, LongSupplier clock) {
        this.dataset = dataset;
        this.log = log;
        this.clock = clock;
        this.lastLine = clock.getAsLong();
    }

    @Override
    public void accept(WorkerEvent event) {
        if (event instanceof WorkerEvent.Preparing preparing) {
            if (isSilent()) {
                say(format("Reading the data set %s: %,d MB so far", dataset, preparing.bytes() / MEGABYTE));
            }
        } else if (event instanceof WorkerEvent.Waiting waiting) {
            awaitOther(waiting.owner());
        } else if (event instanceof WorkerEvent.Warned warned) {
            log.warn(Printable.of(warned.message()));
        }
    }

    private void awaitOther(String owner) {
        if (!owner.equals(awaited) || isSilent()) {
            say("Waiting for " + owner + ", which trains the same model");
            awaited = owner;
        }
    }

    /**
     * Whether the last line is so long ago that a reader would like to know whether anything happens.
     *
     * @return true after half a minute
     */
    protected final boolean isSilent() {
        return now() - lastLine > PATIENCE.toNanos();
    }

    /**
     * The time.
     *
     * @return nanoseconds of the clock
     */
    protected final long now() {
        return clock.getAsLong();
    }

    /**
     * Writes a line.
     *
     * @param line the line
     */
    protected final void say(String line) {
        lastLine = now();
        log.info(Printable.of(line));
    }

    /**
     * Says how long something takes.
     *
     * @param seconds the time
     * @return for example {@code 40 s} or {@code 12 min}
     */
    protected static String duration(double seconds) {
        return seconds < 100 ? format("%.0f s", seconds) : format("%.0f min", seconds / 60);
    }
}
