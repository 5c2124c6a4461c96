package io.github.lenet.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The one rule by which what was derived from something else leaves the cache, when another one is added. A build that
 * uses something marks it, see {@link io.github.lenet.io.FileTree#touch}.
 */
final class Unused {

    /** What no build has used for so long is deleted. */
    static final Duration KEPT = Duration.ofDays(30);

    private Unused() {}

    /** Whether no build has used a file or folder for long. */
    static boolean is(Path entry) throws IOException {
        return Files.getLastModifiedTime(entry)
                        .compareTo(FileTime.from(Instant.now().minus(KEPT)))
                < 0;
    }
}
