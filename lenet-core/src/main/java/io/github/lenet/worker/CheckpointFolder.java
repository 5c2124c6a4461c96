package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.CacheFolder;
import io.github.lenet.cache.CacheLayout;
import io.github.lenet.cache.Cleaning;
import io.github.lenet.cache.LockFile;
import io.github.lenet.cache.LockTimeoutException;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileProblem;
import io.github.lenet.training.Checkpoint;
import io.github.lenet.training.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one training, {@code trainings/<fingerprint>} in the cache: the latest, and the one before it,
 * which is used when the latest is damaged. At any time one of them is whole, whenever the process is killed.
 *
 * <p>No trouble with them ends a training: it is reported, and the training goes on without them.
 */
final class CheckpointFolder implements Checkpoints {

    private static final String LATEST = "checkpoint";
    private static final String BEFORE = "checkpoint-before";

    private final CacheFolder all;
    private final CacheFolder folder;
    private final CheckpointFile latest;
    private final CheckpointFile before;
    private final Duration interval;
    private final Consumer<String> warnings;
    private boolean isUsable = true;
    private boolean latestIsWhole;
    private boolean hasFailed;
    private long lastSave = System.nanoTime();

    /**
     * Finds the place; nothing is read or written yet.
     *
     * @param cacheDirectory the cache of this machine
     * @param fingerprint the training, by what decides its bits
     * @param interval how long after a checkpoint another one is due, even within an epoch; zero for never
     * @param warnings hears a line about each trouble
     */
    CheckpointFolder(CacheDirectory cacheDirectory, String fingerprint, Duration interval, Consumer<String> warnings) {
        this.all = cacheDirectory.folder(CacheLayout.TRAININGS);
        this.folder = all.folder(fingerprint);
        this.latest = new CheckpointFile(folder.path().resolve(LATEST), fingerprint);
        this.before = new CheckpointFile(folder.path().resolve(BEFORE), fingerprint);
        this.interval = interval;
        this.warnings = warnings;
    }

    /**
     * Waits until no other process, and no other thread of this one, has this training.
     *
     * @param timeout seconds to wait, 0 for ever
     * @param waiting hears who has it, a few times in each second of the wait
     * @return the lock, under which alone anything here may be written; null where the cache takes none: then it takes
     *     no checkpoints either
     * @throws WorkerFailure if the wait takes too long
     */
    @Nullable
    LockFile lock(int timeout, Consumer<String> waiting) throws WorkerFailure {
        try {
            return folder.lock(Duration.ofSeconds(timeout), waiting);
        } catch (LockTimeoutException e) {
            throw new WorkerFailure(
                    WorkerExit.LOCKED,
                    format(
                            "%s after %d s: it trains the same model. Build again when it has ended, end it if it hangs, or wait longer with a"
                                    + " higher <lockTimeout>, for example -Dlenet.lockTimeout=%d",
                            e.getMessage(), timeout, 4L * timeout),
                    e);
        } catch (IOException e) {
            isUsable = false;
            warnings.accept("no lock and no checkpoints: " + FileProblem.describe(e)
                    + ". Other processes may train the same model at the same time, and an interrupted training begins"
                    + " anew; name another folder with -Dlenet.cacheDirectory=...");
            return null;
        }
    }

    @Override
    public Optional<Checkpoint> latest(Consumer<Checkpoint> check) {
        if (!isUsable || !isBelieved()) {
            return Optional.empty();
        }
        var problems = new ArrayList<String>();
        var found = read(latest, check, problems);
        latestIsWhole = found.isPresent();
        var usable = found.or(() -> read(before, check, problems));
        var consequence = usable.isPresent() ? "; going on from the checkpoint before it" : "; training from the start";
        problems.forEach(problem -> warnings.accept(problem + consequence));
        return usable;
    }

    /** Whether nobody else can have written the checkpoints, if there are any. */
    private boolean isBelieved() {
        try {
            if (!folder.exists()) {
                return true;
            }
        } catch (IOException e) {
            // So none can be saved either, which says so.
            return false;
        }
        try {
            if (!folder.holds(LATEST) && !folder.holds(BEFORE)) {
                return true;
            }
            var doubt = folder.doubt(List.of(LATEST, BEFORE));
            doubt.ifPresent(reason ->
                    warnings.accept("there are checkpoints of this training, but they are not used: " + reason));
            return doubt.isEmpty();
        } catch (IOException e) {
            warnings.accept("the checkpoints are not used: " + FileProblem.describe(e));
            return false;
        }
    }

    private Optional<Checkpoint> read(CheckpointFile file, Consumer<Checkpoint> check, List<String> problems) {
        try {
            var read = folder.holds(file.file().getFileName().toString())
                    ? Optional.of(file.read())
                    : Optional.<Checkpoint>empty();
            read.ifPresent(check);
            return read;
        } catch (IOException e) {
            problems.add(FileProblem.describe(e));
        } catch (IllegalArgumentException e) {
            problems.add(file.file() + " is no usable checkpoint: " + e.getMessage());
        }
        return Optional.empty();
    }

    @Override
    public boolean isDue() {
        return isUsable && !interval.isZero() && System.nanoTime() - lastSave >= interval.toNanos();
    }

    @Override
    public void save(Checkpoint checkpoint) {
        if (!isUsable) {
            return;
        }
        try {
            if (latestIsWhole) {
                // First, so that one that has disappeared is missed only once.
                latestIsWhole = false;
                AtomicFile.move(latest.file(), before.file());
            }
            folder.create();
            latest.write(checkpoint);
            latestIsWhole = true;
        } catch (IOException e) {
            // Once: it will probably be the same after every epoch.
            if (!hasFailed) {
                warnings.accept("no checkpoints: " + FileProblem.describe(e)
                        + ". The training goes on, but if it is interrupted, it will be"
                        + " repeated from an earlier one or from the start");
            }
            hasFailed = true;
        }
        lastSave = System.nanoTime();
    }

    /** Deletes what this training has kept, because it has ended or is to begin anew. */
    void delete() {
        try {
            if (!isUsable || !folder.exists()) {
                return;
            }
            Files.deleteIfExists(latest.file());
            Files.deleteIfExists(before.file());
            Cleaning.deleteUnfinished(folder);
        } catch (IOException e) {
            warnings.accept("old checkpoints stay: " + FileProblem.describe(e));
        }
    }

    /** Deletes the folders of trainings that were given up, so that the cache does not grow for ever. */
    void deleteAbandoned() {
        if (isUsable) {
            Cleaning.deleteUnfinished(folder);
        }
        Cleaning.deleteUnused(all, CacheLayout.TRAININGS::isEntry);
    }
}
