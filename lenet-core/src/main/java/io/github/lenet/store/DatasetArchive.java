package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.CacheLayout;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.ContentProblem;
import io.github.lenet.io.FileOutput;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A data set in a zip file: its four IDX files, each as it is or with {@code .gz}, and perhaps {@code classes.txt}. In
 * which folders of the zip they lie does not matter, and whatever else is in it is left there.
 *
 * <p>No name of an entry becomes the name of a file, so no zip can write outside of its folder. How much it may become
 * is known before the first byte is written: no more than the zip states for each file, which is no more than such a
 * file can have.
 */
public final class DatasetArchive {

    /** What a data set in memory can hold, and an array of Java. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    /** Images of strokes become five times as large as their zip, nearly empty ones a hundred times. */
    private static final long MOST_EXPANSION = 200;

    /** What may become of a zip however small it is. */
    private static final long ALLOWANCE_BYTES = 16 << 20;

    /** The largest data set, of two gigabytes in each file of images, to a disk that writes 10 MB/s. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Every name that a file of a data set may have. */
    private static final Set<String> FILE_NAMES = Stream.concat(
                    Stream.of(ClassNames.FILE), Split.fileNames().stream().flatMap(DatasetFolder::spellings))
            .collect(Collectors.toUnmodifiableSet());

    private final Path zip;
    private final String name;
    private final @Nullable CatalogEntry known;
    private final FreeSpace space;
    private final Duration patience;

    /**
     * Names an archive.
     *
     * @param zip the file
     * @param name what to call it in messages, such as its Maven coordinates
     * @param dataset name of the data set that it is to hold; the catalogue says how long the files of a known one are
     */
    public DatasetArchive(Path zip, String name, String dataset) {
        this(zip, name, Catalog.builtIn().find(dataset).orElse(null), FreeSpace.ACTUAL, PATIENCE);
    }

    DatasetArchive(Path zip, String name, @Nullable CatalogEntry known, FreeSpace space, Duration patience) {
        this.zip = zip;
        this.name = name;
        this.known = known;
        this.space = space;
        this.patience = patience;
    }

    /**
     * Unpacks the data set into the cache, unless it is there: {@code datasets/archives}, under the digest of the zip.
     *
     * @param cacheDirectory folder that keeps data for all builds of this user
     * @param listener hears what happens
     * @return the folder with its files
     * @throws DatasetUnavailableException if the file is no zip with a data set, or the cache cannot be written or hold
     *     it
     * @throws IOException if the cache cannot be read, or the build is interrupted
     */
    public Path unpack(CacheDirectory cacheDirectory, DownloadListener listener) throws IOException {
        return new DerivedFolder(cacheDirectory, CacheLayout.ARCHIVES, digest(), listener)
                .obtain(folder -> unpackInto(folder, listener));
    }

    private String digest() throws DatasetUnavailableException {
        try {
            return Sha256.hex(zip);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private DatasetUnavailableException unreadable(IOException cause) {
        var problem = ContentProblem.of(zip)
                .orElse(format("is no zip file that can be read (%s)", FileProblem.describe(cause)));
        return new DatasetUnavailableException(name + " " + problem, cause);
    }

    private ZipFile open() throws DatasetUnavailableException {
        try {
            return new ZipFile(zip.toFile());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void unpackInto(Path folder, DownloadListener listener) throws IOException {
        var deadline = Deadline.after(patience);
        try (var archive = open()) {
            var entries = entries(archive);
            requireComplete(entries);
            for (var entry : entries.entrySet()) {
                requireSize(entry.getKey(), entry.getValue());
            }
            var left = entries.values().stream().mapToLong(ZipEntry::getSize).sum();
            requireLikely(left);
            listener.message("Unpacking " + name);
            for (var entry : entries.entrySet()) {
                // Before each file, since others may write to the same disk.
                space.require(folder, left, name);
                try (var in = content(archive, entry.getValue())) {
                    copy(in, folder.resolve(entry.getKey()), entry.getValue(), deadline);
                } catch (SourceException e) {
                    throw unreadable(e);
                }
                left -= entry.getValue().getSize();
            }
        }
    }

    private static InputStream content(ZipFile archive, ZipEntry entry) throws SourceException {
        try {
            return new SourceStream(archive.getInputStream(entry), entry.getName());
        } catch (IOException e) {
            throw new SourceException(FileProblem.describe(e), e);
        }
    }

    /** The entries of a data set, by the names that their files get. */
    private Map<String, ZipEntry> entries(ZipFile archive) throws DatasetUnavailableException {
        var entries = new TreeMap<String, ZipEntry>();
        // Those alone are kept: of the others there may be millions.
        for (var entry : archive.stream().filter(DatasetArchive::isOfDataset).toList()) {
            var other = entries.put(fileName(entry), entry);
            if (other != null) {
                throw new DatasetUnavailableException(format(
                        "%s holds %s twice, as %s and as %s; a zip has one data set",
                        name, fileName(entry), other.getName(), entry.getName()));
            }
        }
        return entries;
    }

    private static String fileName(ZipEntry entry) {
        return entry.getName().substring(entry.getName().replace('\\', '/').lastIndexOf('/') + 1);
    }

    private static boolean isOfDataset(ZipEntry entry) {
        return !entry.isDirectory() && FILE_NAMES.contains(fileName(entry));
    }

    private void requireComplete(Map<String, ZipEntry> entries) throws DatasetUnavailableException {
        var missing = new ArrayList<>(Split.fileNames());
        missing.removeIf(fileName -> DatasetFolder.spellings(fileName).anyMatch(entries::containsKey));
        if (!missing.isEmpty()) {
            throw new DatasetUnavailableException(format(
                    "%s holds no %s; a data set has the four files %s, each as it is or with .gz",
                    name, String.join(", ", missing), String.join(", ", Split.fileNames())));
        }
    }

    private void requireSize(String fileName, ZipEntry entry) throws DatasetUnavailableException {
        var most = mostBytes(fileName);
        if (entry.getSize() > most) {
            throw new DatasetUnavailableException(format(
                    "%s of %s has %,d bytes, more than the %,d that such a file%s can have",
                    entry.getName(), name, entry.getSize(), most, known == null ? "" : " of " + known.name()));
        }
    }

    private void requireLikely(long bytes) throws IOException {
        var packed = Files.size(zip);
        if (bytes > ALLOWANCE_BYTES + MOST_EXPANSION * packed) {
            throw new DatasetUnavailableException(format(
                    "%s has %.1f MB and would become %.1f MB, which is more than %d times as much and no likely data set; if it"
                            + " is one, pack its files with .gz",
                    name, packed / 1e6, bytes / 1e6, MOST_EXPANSION));
        }
    }

    private long mostBytes(String fileName) {
        if (fileName.equals(ClassNames.FILE)) {
            return ClassNames.MOST_BYTES;
        }
        return known == null
                ? MOST_BYTES
                : known.files().stream()
                        .filter(file -> DatasetFolder.spellings(file.name()).anyMatch(fileName::equals))
                        .mapToLong(CatalogFile::mostPublishedBytes)
                        .findFirst()
                        .orElse(MOST_BYTES);
    }

    /** The size that a zip states may be wrong, so the bytes are counted. */
    private void copy(InputStream in, Path file, ZipEntry entry, Deadline deadline) throws IOException {
        try (var out = FileOutput.open(file)) {
            var buffer = new byte[1 << 16];
            var total = 0L;
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > entry.getSize()) {
                    throw new SourceException(format(
                            "%s has more than the %,d bytes that are stated for it", entry.getName(), entry.getSize()));
                }
                if (deadline.isPast()) {
                    throw new DatasetUnavailableException(format(
                            "%s could not be unpacked within %s; look at the disk of %s",
                            name, deadline.text(), file.getParent()));
                }
                out.write(buffer, 0, count);
            }
        }
    }
}
