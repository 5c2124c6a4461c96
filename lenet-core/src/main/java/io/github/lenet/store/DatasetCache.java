package io.github.lenet.store;

import io.github.lenet.cache.CacheFolder;
import io.github.lenet.cache.CacheLayout;
import io.github.lenet.cache.Cleaning;
import io.github.lenet.dataset.IdxFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of the cache that keeps one known data set: {@code datasets/<name>/}.
 *
 * @param folder the folder, which may not exist yet
 * @param entry the data set
 * @param request what is wanted of it
 */
record DatasetCache(CacheFolder folder, CatalogEntry entry, DatasetRequest request) {

    static final String MISSING = "missing";
    static final String DAMAGED = "damaged";

    static DatasetCache of(CatalogEntry entry, DatasetRequest request) {
        return new DatasetCache(
                request.cacheDirectory().folder(CacheLayout.DATASETS).folder(entry.name()), entry, request);
    }

    Path directory() {
        return folder.path();
    }

    /**
     * Looks at every file, and measures those that will be read.
     *
     * @return whether each file that is not as it should be is missing or damaged; empty if the data set is complete
     */
    Map<CatalogFile, String> problems() throws IOException {
        var problems = new LinkedHashMap<CatalogFile, String>();
        var isThere = folder.exists();
        for (var file : entry.files()) {
            var path = directory().resolve(file.storedName());
            if (!isThere || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                problems.put(file, MISSING);
            } else if (!isIntact(path, file)) {
                problems.put(file, DAMAGED);
            }
        }
        return problems;
    }

    private boolean isIntact(Path path, CatalogFile file) throws IOException {
        if (!request.reads(entry, file)) {
            return file.isKeptCompressed() || Files.size(path) == file.bytes();
        }
        try {
            return file.measure(path).equals(file.sha256());
        } catch (IdxFormatException e) {
            return false;
        }
    }

    /** Creates the folder, and says so clearly when that cannot be. */
    void create() throws DatasetUnavailableException {
        try {
            folder.create();
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    DatasetUnavailableException notWritable(IOException cause) {
        return DatasetUnavailableException.notWritable(directory(), cause);
    }

    /**
     * Refuses to begin what the disk cannot hold. A partial download saves no space: its file is written anew from it,
     * and is larger where that was compressed.
     */
    void requireSpace(List<CatalogFile> files) throws IOException {
        var packed = entry.npm() == null ? 0 : entry.npm().packedBytes();
        var needed = files.stream().mapToLong(CatalogFile::bytes).sum() + packed;
        FreeSpace.ACTUAL.require(directory(), needed, entry.name());
    }

    /** Removes what builds that were killed have left; call it only under the lock. */
    void removeLeftovers() {
        Cleaning.deleteUnfinished(folder);
    }

    /** Removes the partial downloads that nobody has gone on with. Where none was written for so long, none is now. */
    void removeUnusedPartialDownloads() {
        Cleaning.deleteUnused(folder, partialDownloads().collect(Collectors.toSet())::contains);
    }

    /** Removes what is not needed once every file is there; call it only under the lock. */
    void removePartialDownloads() throws IOException {
        for (var name : partialDownloads().toList()) {
            Files.deleteIfExists(directory().resolve(name));
        }
    }

    private Stream<String> partialDownloads() {
        return entry.files().stream()
                .flatMap(file -> file.publishedNames().stream())
                .flatMap(PartialDownload::names);
    }

    LocatedDataset located(String origin) {
        var sha256 = new LinkedHashMap<String, String>();
        entry.files().forEach(file -> sha256.put(file.name(), file.sha256()));
        return new LocatedDataset(entry.name(), directory(), entry.classNames(), sha256, null, null, origin);
    }
}
