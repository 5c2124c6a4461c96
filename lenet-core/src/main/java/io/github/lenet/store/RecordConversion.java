package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.CacheLayout;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Makes the IDX files of an archive of records, in the cache under the digest of the archive. So whatever reads data
 * sets need not know of records.
 */
final class RecordConversion {

    /** Changes with the files that the same archive gives. */
    private static final String VERSION = "lenet records 1";

    private final CatalogEntry entry;
    private final RecordArchive records;
    private final Path archive;
    private final CacheDirectory cache;
    private final DownloadListener listener;

    RecordConversion(
            CatalogEntry entry,
            RecordArchive records,
            Path archive,
            CacheDirectory cacheDirectory,
            DownloadListener listener) {
        this.entry = entry;
        this.records = records;
        this.archive = archive;
        this.cache = cacheDirectory;
        this.listener = listener;
    }

    /**
     * Converts, unless that has been done.
     *
     * @param origin where the archive was found this time, for a log
     * @return the folder of the IDX files; its digest is that of the archive
     * @throws DatasetUnavailableException if the archive holds other files than it should
     */
    LocatedDataset run(String origin) throws IOException {
        var file = entry.files().get(0);
        var digest = Sha256.hex((VERSION + "\n" + file.sha256()).getBytes(StandardCharsets.UTF_8));
        var folder = new DerivedFolder(cache, CacheLayout.ARCHIVES, digest, listener).obtain(this::convert);
        return LocatedDataset.open(entry.name(), folder, origin);
    }

    private void convert(Path folder) throws IOException {
        listener.message("Unpacking " + archive);
        try {
            var sizes = sizes();
            var train = new Images(Split.TRAIN, records.train(), sizes);
            var test = new Images(Split.TEST, records.test(), sizes);
            read(train, test);
            train.write(folder);
            test.write(folder);
        } catch (DatasetUnavailableException e) {
            throw e;
        } catch (IOException e) {
            throw unusable(FileProblem.describe(e), e);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), new IOException(e));
        }
    }

    private DatasetUnavailableException unusable(String reason, IOException cause) {
        return new DatasetUnavailableException(format("%s cannot be unpacked: %s", archive, reason), cause);
    }

    /** The length of every file of the archive, so that memory is taken once. */
    private Map<String, Long> sizes() throws IOException {
        var sizes = new HashMap<String, Long>();
        try (var tar = open()) {
            for (var next = tar.getNextEntry(); next != null; next = tar.getNextEntry()) {
                if (next.isFile()) {
                    sizes.put(fileName(next.getName()), next.getSize());
                }
            }
        }
        return sizes;
    }

    private void read(Images... splits) throws IOException {
        try (var tar = open()) {
            for (var next = tar.getNextEntry(); next != null; next = tar.getNextEntry()) {
                for (var split : splits) {
                    if (next.isFile()) {
                        split.read(fileName(next.getName()), new DataInputStream(tar));
                    }
                }
            }
        }
    }

    private TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16));
    }

    private static String fileName(String entryName) {
        return entryName.substring(entryName.lastIndexOf('/') + 1);
    }

    /** The images of a split while they are read. */
    private final class Images {

        private final Split split;

        /** The first image of each file, and how many it has. */
        private final Map<String, int[]> places = new HashMap<>();

        private final byte[] pixels;
        private final byte[] labels;

        Images(Split split, List<String> files, Map<String, Long> sizes) throws DatasetUnavailableException {
            this.split = split;
            var images = 0;
            for (var file : files) {
                var bytes = sizes.getOrDefault(file, 0L);
                var count = Math.toIntExact(bytes / records.recordSize());
                if (count == 0 || bytes % records.recordSize() != 0) {
                    throw new DatasetUnavailableException(format(
                            "%s in %s has %d bytes, but must have records of %d, a label and an image of %d x %d x %d; fetch the"
                                    + " archive again",
                            file,
                            archive,
                            bytes,
                            records.recordSize(),
                            records.channels(),
                            records.height(),
                            records.width()));
                }
                places.put(file, new int[] {images, count});
                images = Math.addExact(images, count);
            }
            pixels = new byte[Math.multiplyExact(images, records.imageSize())];
            labels = new byte[images];
        }

        void read(String file, DataInputStream in) throws IOException {
            var place = places.getOrDefault(file, new int[2]);
            for (var image = place[0]; image < place[0] + place[1]; image++) {
                labels[image] = in.readByte();
                in.readFully(pixels, image * records.imageSize(), records.imageSize());
            }
        }

        void write(Path folder) throws IOException {
            var dataset = new Dataset(
                    entry.name(),
                    split.label(),
                    records.channels(),
                    records.height(),
                    records.width(),
                    pixels,
                    labels,
                    entry.classNames());
            IdxWriter.write(folder, split, dataset);
        }
    }
}
