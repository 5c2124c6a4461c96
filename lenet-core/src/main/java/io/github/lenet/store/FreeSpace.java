package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how much a disk can still hold, so that nothing is begun which it cannot. */
@FunctionalInterface
interface FreeSpace {

    /** What the system says. */
    FreeSpace ACTUAL = directory -> Files.getFileStore(directory).getUsableSpace();

    /** Bytes that can be written to the disk of a folder, which exists. */
    long of(Path directory) throws IOException;

    /**
     * Refuses to begin what the disk cannot hold.
     *
     * @param directory where it is to be written
     * @param needed how many bytes it has
     * @param name what it is called in messages
     * @throws DatasetUnavailableException if there is less space
     * @throws IOException if the system does not know
     */
    default void require(Path directory, long needed, String name) throws IOException {
        var free = of(directory);
        if (free < needed) {
            throw new DatasetUnavailableException(format(
                    "the disk of %s has %.1f MB free, but %s needs %.1f MB; free some, or choose another disk with %s",
                    directory, free / 1e6, name, needed / 1e6, "-Dlenet.cacheDirectory=..."));
        }
    }
}
