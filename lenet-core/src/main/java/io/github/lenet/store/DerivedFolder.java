package io.github.lenet.store;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.CacheFolder;
import io.github.lenet.cache.CacheLayout;
import io.github.lenet.cache.Cleaning;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.AtomicFolder;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A folder of the cache with a data set that was made from something else, under the digest of everything that decides
 * it. It is whole or absent, and whoever uses it finds what was once put there: what is not is made again.
 */
final class DerivedFolder {

    /** As long as a build may wait for another one. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String CHECKSUMS = "sha256.txt";

    private final CacheLayout layout;
    private final CacheFolder cache;
    private final CacheFolder target;
    private final DownloadListener listener;

    /**
     * Names the folder; nothing is read or written yet.
     *
     * @param cacheDirectory the cache of this machine
     * @param layout where all lies that is made in this way
     * @param digest what this one is made from
     * @param listener hears of a wait for another build
     */
    DerivedFolder(CacheDirectory cacheDirectory, CacheLayout layout, String digest, DownloadListener listener) {
        this.layout = layout;
        this.cache = cacheDirectory.folder(layout);
        this.target = cache.folder(digest);
        this.listener = listener;
    }

    /**
     * Makes the folder, unless it is there.
     *
     * @param content writes its files, or throws a {@link DatasetUnavailableException} if what they are made from
     *     cannot be read or used
     * @return the folder
     * @throws DatasetUnavailableException if the content cannot be made, the cache cannot be written, or another build
     *     takes too long
     * @throws IOException if the cache cannot be read, or the build is interrupted
     */
    @SuppressWarnings("try") // The lock is held, not read.
    Path obtain(AtomicFolder.Content content) throws IOException {
        if (isIntact() && isBelieved()) {
            target.touch();
            return target.path();
        }
        try {
            try (var lock = CacheLock.acquire(cache, PATIENCE, listener)) {
                if (!isIntact() || target.doubt(names()).isPresent()) {
                    Cleaning.deleteUnfinished(cache);
                    Cleaning.deleteUnused(cache, layout::isEntry);
                    make(content);
                }
            }
        } catch (InterruptedIOException | DatasetUnavailableException e) {
            throw e;
        } catch (IOException e) {
            throw DatasetUnavailableException.notWritable(cache.path(), e);
        }
        return target.path();
    }

    private void make(AtomicFolder.Content content) throws IOException {
        AtomicFolder.write(target.path(), folder -> {
            content.writeTo(folder);
            AtomicFile.writeText(folder.resolve(CHECKSUMS), checksums(folder));
        });
    }

    private boolean isIntact() throws IOException {
        var names = names();
        return names.contains(CHECKSUMS)
                && names.stream().allMatch(name -> isFile(target.path().resolve(name)))
                && hasItsChecksums();
    }

    /** Compared as bytes: what a disk has damaged may be no text, and of any length. */
    private boolean hasItsChecksums() throws IOException {
        var expected = checksums(target.path()).getBytes(StandardCharsets.UTF_8);
        var file = target.file(CHECKSUMS);
        return Files.size(file) == expected.length && Arrays.equals(Files.readAllBytes(file), expected);
    }

    /** Whether nobody else can have written it: the checksums lie beside the files. */
    private boolean isBelieved() throws IOException {
        var doubt = target.doubt(names());
        doubt.ifPresent(reason -> listener.message("The cache has this data, but it is made again: " + reason));
        return doubt.isEmpty();
    }

    private List<String> names() throws IOException {
        if (!target.exists()) {
            return List.of();
        }
        try (var files = Files.list(target.path())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String checksums(Path directory) throws IOException {
        var lines = new StringBuilder();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(DerivedFolder::isContent).sorted().toList()) {
                lines.append(Sha256.hex(file))
                        .append("  ")
                        .append(file.getFileName())
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static boolean isContent(Path file) {
        return isFile(file) && !file.endsWith(CHECKSUMS);
    }
}
