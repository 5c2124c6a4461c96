package io.github.lenet.cache;

import io.github.lenet.io.AtomicFolder;
import io.github.lenet.io.FileTree;
import io.github.lenet.io.Unfinished;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The one rule by which something leaves the cache: whoever adds an entry to a folder deletes there what no build has
 * used for {@link #UNUSED}; of models, the least recently used ones beyond a number. A build that uses an entry marks
 * it, see {@link CacheFolder#touch()}.
 *
 * <p>Only entries and what is unfinished are deleted, known by their names: whatever else lies there is not ours. An
 * entry with a lock in it is deleted only under that lock. What cannot be deleted costs nothing but space, and the next
 * build tries again.
 */
public final class Cleaning {

    /** How long what no build uses is kept. */
    public static final Duration UNUSED = Duration.ofDays(30);

    /**
     * What is unfinished for so long was left by a process that was killed: to write an entry takes minutes at most.
     */
    static final Duration ABANDONED = Duration.ofDays(1);

    private Cleaning() {}

    /**
     * Deletes the entries that no build has used for {@link #UNUSED}.
     *
     * @param folder the folder
     * @param isEntry whether a name is that of an entry, such as {@link CacheLayout#isEntry}
     */
    public static void deleteUnused(CacheFolder folder, Predicate<String> isEntry) {
        var limit = Instant.now().minus(UNUSED);
        entries(folder, isEntry).stream()
                .filter(entry -> entry.lastUse().isBefore(limit))
                .forEach(Entry::delete);
    }

    /**
     * Deletes the least recently used entries.
     *
     * @param folder the folder
     * @param isEntry whether a name is that of an entry
     * @param most how many are kept
     */
    public static void keepLatest(CacheFolder folder, Predicate<String> isEntry, int most) {
        entries(folder, isEntry).stream()
                .sorted(Comparator.comparing(Entry::lastUse).reversed())
                .skip(most)
                .forEach(Entry::delete);
    }

    /**
     * Deletes what killed processes have left unfinished, however new it is. Call it only where nobody else writes to
     * the folder, as under its lock.
     *
     * @param folder the folder
     */
    public static void deleteUnfinished(CacheFolder folder) {
        try {
            if (folder.exists()) {
                Unfinished.delete(folder.path());
            }
        } catch (IOException e) {
            // It costs nothing but space.
        }
    }

    private static List<Entry> entries(CacheFolder folder, Predicate<String> isEntry) {
        var entries = new ArrayList<Entry>();
        try {
            if (folder.exists()) {
                Unfinished.delete(folder.path(), ABANDONED);
                try (var files = Files.newDirectoryStream(folder.path())) {
                    for (var file : files) {
                        if (isEntry.test(file.getFileName().toString())) {
                            // Each time is read once, because another build may change it meanwhile.
                            entries.add(new Entry(file, lastUse(file)));
                        }
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What was found so far is cleaned.
        }
        return entries;
    }

    private static Instant lastUse(Path entry) {
        try {
            return Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException e) {
            // Another build has just deleted it.
            return Instant.EPOCH;
        }
    }

    private record Entry(Path path, Instant lastUse) {

        void delete() {
            try {
                var lock = path.resolve(CacheFolder.LOCK);
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                        && Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
                    deleteUnder(lock);
                } else {
                    AtomicFolder.delete(path);
                }
            } catch (IOException e) {
                // It costs nothing but space.
            }
        }

        @SuppressWarnings("try") // The lock is held, not read.
        private void deleteUnder(Path lock) throws IOException {
            var acquired = LockFile.tryAcquire(lock);
            if (acquired.isPresent()) {
                try (var held = acquired.get()) {
                    FileTree.delete(path);
                }
            }
        }
    }
}
