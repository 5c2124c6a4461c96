package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheFolder;
import io.github.lenet.cache.LockFile;
import io.github.lenet.cache.LockTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets one build at a time fill a folder of the cache, so that several builds on one machine do not fetch it several
 * times.
 */
final class CacheLock {

    private CacheLock() {}

    /**
     * Waits until no other build, in this process or another, fills the folder.
     *
     * @param folder the folder to lock
     * @param timeout how long to wait
     * @param listener hears whom this build waits for
     * @return the lock, to be closed
     * @throws DatasetUnavailableException if the wait takes too long
     * @throws IOException if the folder or the lock file cannot be written
     */
    static LockFile acquire(CacheFolder folder, Duration timeout, DownloadListener listener) throws IOException {
        try {
            return folder.lock(timeout, new Announcement(listener));
        } catch (LockTimeoutException e) {
            throw new DatasetUnavailableException(format(
                    "%s after %s; end it, or use another cache: -Dlenet.cacheDirectory=...",
                    e.getMessage(), Deadline.text(timeout)));
        }
    }

    /** A line for each build that is waited for. */
    private static final class Announcement implements Consumer<String> {

        private final DownloadListener listener;
        private String announced = "";

        Announcement(DownloadListener listener) {
            this.listener = listener;
        }

        @Override
        public void accept(String owner) {
            if (!owner.equals(announced)) {
                listener.message(format("Waiting for %s, which works on the same data", owner));
                announced = owner;
            }
        }
    }
}
