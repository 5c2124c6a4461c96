package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.CacheFolder;
import io.github.lenet.cache.CacheLayout;
import io.github.lenet.cache.Cleaning;
import io.github.lenet.dataset.ContentStream;
import io.github.lenet.io.Sha256;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The digests of files that stay where the user has put them, remembered in the cache: {@code digests/}. So a build
 * learns that nothing has changed without reading everything. What no build has asked for in 30 days is forgotten.
 *
 * <p>A file counts as the one that was measured while its size, its number on the disk, the time of its last
 * modification and that of its last change of any kind are the same. The latter is set by the system alone: not even a
 * program that writes other bytes of the same length and sets the modification back goes unnoticed. Where there is no
 * such time, as on Windows, every file is measured every time.
 */
final class RememberedDigests {

    /** Clocks of file systems tick so coarsely that a change just after the measuring might leave no trace. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final CacheFolder folder;
    private final Clock clock;

    RememberedDigests(CacheDirectory cacheDirectory) {
        this(cacheDirectory, Clock.systemUTC());
    }

    RememberedDigests(CacheDirectory cacheDirectory, Clock clock) {
        folder = cacheDirectory.folder(CacheLayout.DIGESTS);
        this.clock = clock;
    }

    /**
     * What was measured.
     *
     * @param file its absolute path, for people
     * @param stamp what the system says of it
     * @param sha256 digest of its decompressed content, in hexadecimal
     */
    record Measured(String file, String stamp, String sha256) {

        /** Refuses a digest that a disk has damaged: the file will be measured. */
        Measured {
            Sha256.require("sha256", sha256);
        }
    }

    /**
     * The digest of a file, measured if the file is not the one that was measured before.
     *
     * @param file the file
     * @return SHA-256 of its decompressed content, in hexadecimal
     * @throws IOException if the file cannot be read
     */
    String sha256(Path file) throws IOException {
        var stamp = stamp(file);
        var remembered = stamp.isEmpty() ? Optional.<Measured>empty() : recall(file);
        return remembered.isPresent() && remembered.get().stamp().equals(stamp.get())
                ? remembered.get().sha256()
                : measure(file);
    }

    /**
     * Measures a file in any case, and remembers the digest.
     *
     * @param file the file
     * @return SHA-256 of its decompressed content, in hexadecimal
     * @throws IOException if the file cannot be read
     */
    String measure(Path file) throws IOException {
        var before = stamp(file);
        var begin = clock.instant();
        var sha256 = ContentStream.sha256(file);
        if (before.isPresent()
                && before.equals(stamp(file))
                && lastTouch(file).plus(TICK).isBefore(begin)) {
            remember(new Measured(file.toAbsolutePath().toString(), before.get(), sha256));
        }
        return sha256;
    }

    private void remember(Measured measured) {
        try {
            folder.create();
            Json.write(folder.file(memory(measured.file())), measured);
            Cleaning.deleteUnused(folder, CacheLayout.DIGESTS::isEntry);
        } catch (IOException e) {
            // A cache that cannot be written costs only time.
        }
    }

    private Optional<Measured> recall(Path file) {
        var memory = memory(file.toAbsolutePath().toString());
        try {
            // What somebody else can have written is not believed, and the file is measured.
            if (!folder.holds(memory) || folder.doubt(List.of(memory)).isPresent()) {
                return Optional.empty();
            }
            folder.touch(memory);
            return Optional.of(Json.read(folder.file(memory), Measured.class));
        } catch (IOException e) {
            // Whatever is wrong with it, the file will be measured.
            return Optional.empty();
        }
    }

    private static String memory(String file) {
        return Sha256.hex(file.getBytes(StandardCharsets.UTF_8)) + ".json";
    }

    /** What the system says of a file; empty if that would not tell every change. */
    private static Optional<String> stamp(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        var attributes = Files.readAttributes(file, "unix:size,ino,lastModifiedTime,ctime");
        return Optional.of(format(
                "%s bytes, number %s, modified %s, changed %s",
                attributes.get("size"),
                attributes.get("ino"),
                attributes.get("lastModifiedTime"),
                attributes.get("ctime")));
    }

    private static Instant lastTouch(Path file) throws IOException {
        var changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        var modified = Files.getLastModifiedTime(file).toInstant();
        return changed.isAfter(modified) ? changed : modified;
    }
}
