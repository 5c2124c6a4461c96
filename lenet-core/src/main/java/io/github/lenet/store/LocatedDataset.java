package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.ContentStream;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.DatasetReader;
import io.github.lenet.dataset.DuplicateImages;
import io.github.lenet.dataset.IdxFormatException;
import io.github.lenet.dataset.Split;
import io.github.lenet.recipe.TrainingData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A data set that lies complete in a folder.
 *
 * @param name name of the data set
 * @param directory folder with its four IDX files, plain or with {@code .gz}
 * @param classNames name of each class
 * @param sha256 SHA-256 of each file in hexadecimal, by its name, training images first: that of the decompressed
 *     content, or that of the compressed file where the catalogue knows only that; of a data set that comes in one
 *     archive, that of the archive
 * @param imagePreparation what was done to the pictures that it was made from, or null where there were none
 * @param pictureOptions what else was chosen for those pictures, by the name of the parameter, or null
 * @param origin where it was found this time, for a log: {@code cache}, or the source that it came from
 */
public record LocatedDataset(
        String name,
        Path directory,
        List<String> classNames,
        Map<String, String> sha256,
        @Nullable String imagePreparation,
        @Nullable Map<String, String> pictureOptions,
        String origin) {

    /**
     * Opens a folder that a store located before, possibly in another process, and measures its digests anew.
     *
     * @param name name of the data set
     * @param directory folder with its four IDX files
     * @return the data set; its class names are those of the catalogue, those of a file {@code classes.txt} in the
     *     folder, or the numbers from 0 to the highest label
     * @throws DatasetUnavailableException if a file is missing
     * @throws IOException if a file cannot be read
     */
    public static LocatedDataset open(String name, Path directory) throws IOException {
        return open(name, directory, bytes -> {});
    }

    /**
     * The same, for who waits: data of the user's own may take minutes.
     *
     * @param name name of the data set
     * @param directory folder with its four IDX files
     * @param progress hears now and then how many more bytes have been read
     * @return the data set
     * @throws DatasetUnavailableException if a file is missing
     * @throws IOException if a file cannot be read
     */
    public static LocatedDataset open(String name, Path directory, LongConsumer progress) throws IOException {
        return open(name, directory, "directory", progress);
    }

    static LocatedDataset open(String name, Path directory, String origin) throws IOException {
        return open(name, directory, origin, bytes -> {});
    }

    private static LocatedDataset open(String name, Path directory, String origin, LongConsumer progress)
            throws IOException {
        return open(name, directory, origin, measured(Catalog.builtIn().find(name), progress));
    }

    private static Digests measured(Optional<CatalogEntry> entry, LongConsumer progress) {
        return (fileName, file) ->
                entry.isPresent() ? entry.get().file(fileName).measure(file) : ContentStream.sha256(file, progress);
    }

    /** Known by the digest of its archive: whoever unpacked it has measured that, and the cache what came of it. */
    private static boolean isUnpacked(Optional<CatalogEntry> entry) {
        return entry.isPresent() && entry.get().records() != null;
    }

    /** Gets the digest of a file, which is known by its published name as well. */
    @FunctionalInterface
    interface Digests {
        String sha256(String fileName, Path file) throws IOException;
    }

    static LocatedDataset open(String name, Path directory, String origin, Digests digests) throws IOException {
        var folder = new DatasetFolder(directory);
        var sha256 = new LinkedHashMap<String, String>();
        var entry = Catalog.builtIn().find(name);
        var isUnpacked = isUnpacked(entry);
        for (var fileName : Split.fileNames()) {
            var file = folder.require(fileName);
            if (!isUnpacked) {
                sha256.put(fileName, digests.sha256(fileName, file));
            }
        }
        if (isUnpacked) {
            entry.get().files().forEach(file -> sha256.put(file.name(), file.sha256()));
        }
        var classNames = entry.isPresent() ? entry.get().classNames() : ClassNames.of(folder);
        var pictures = PictureFacts.in(directory);
        return new LocatedDataset(
                name,
                directory,
                classNames,
                sha256,
                pictures.map(PictureFacts::imagePreparation).orElse(null),
                pictures.map(PictureFacts::options).orElse(null),
                origin);
    }

    /**
     * Reads the training images of a data set that a store located before, possibly in another process, and nothing
     * else of its folder: whoever chooses by them is not to see those of the test.
     *
     * @param expected what the folder had then
     * @param directory folder with the IDX files
     * @param progress hears now and then how many more bytes have been read
     * @return the training images and their labels
     * @throws IdxFormatException if a file is damaged or holds something else
     * @throws IOException if a file is missing, cannot be read, or is not the one that was there
     */
    public static Dataset readTraining(TrainingData expected, Path directory, LongConsumer progress)
            throws IOException {
        var folder = new DatasetFolder(directory);
        var entry = Catalog.builtIn().find(expected.name());
        var images = folder.require(Split.TRAIN.imagesFile());
        var labels = folder.require(Split.TRAIN.labelsFile());
        if (!isUnpacked(entry)) {
            var digests = measured(entry, progress);
            var found = Map.of(
                    Split.TRAIN.imagesFile(), digests.sha256(Split.TRAIN.imagesFile(), images),
                    Split.TRAIN.labelsFile(), digests.sha256(Split.TRAIN.labelsFile(), labels));
            if (!found.equals(expected.sha256())) {
                throw new IOException(format(
                        "the files in %s have changed since this build looked at them; run it again", directory));
            }
        }
        return DatasetReader.read(expected.name(), Split.TRAIN, images, labels, expected.classNames(), progress);
    }

    /**
     * The same data set, with another word for where it was found.
     *
     * @param newOrigin where it was found, for a log
     * @return the same, but for that word
     */
    public LocatedDataset from(String newOrigin) {
        return new LocatedDataset(name, directory, classNames, sha256, imagePreparation, pictureOptions, newOrigin);
    }

    /**
     * The licence of the data, if it is a data set of the catalogue.
     *
     * @return for example {@code CC BY-SA 3.0}; empty for data of one's own
     */
    public Optional<String> licence() {
        return Catalog.builtIn().find(name).map(CatalogEntry::licence);
    }

    /**
     * Whether it is data of the user's own, whose test images may be others tomorrow.
     *
     * @return false for a data set of the catalogue
     */
    public boolean isOwn() {
        return Catalog.builtIn().find(name).isEmpty();
    }

    /**
     * The digests of the files of one split.
     *
     * @param split which part
     * @return SHA-256 of its two files in hexadecimal, by their names, or that of the archive of all
     */
    public Map<String, String> sha256(Split split) {
        var ofSplit = new LinkedHashMap<>(sha256);
        ofSplit.keySet().removeIf(file -> !split.holds(file));
        return ofSplit.isEmpty() ? sha256 : ofSplit;
    }

    /**
     * The pictures that the images of a split were made from.
     *
     * @param split which part
     * @param images how many images it has
     * @return their paths in the user's folder, in the order of the images; empty if they were made from no pictures
     * @throws IOException if they cannot be read, or are not those of so many images
     */
    public List<String> pictures(Split split, int images) throws IOException {
        var names = PictureNames.in(directory);
        return names.isEmpty() ? List.of() : names.get().of(split, images, directory);
    }

    /**
     * The pictures that the images of the other split were made from.
     *
     * @param split which part
     * @return their paths in the user's folder; empty if they were made from no pictures
     * @throws IOException if they cannot be read
     */
    public List<String> picturesBeside(Split split) throws IOException {
        return PictureNames.in(directory).map(names -> names.beside(split)).orElse(List.of());
    }

    /**
     * Finds the images that also stand in a split, byte for byte, without memory for all of that.
     *
     * @param images the images to look for
     * @param split where to look for them
     * @return indices of the images that were found, ascending
     * @throws IOException if the split's images are missing, or cannot be read
     */
    public int[] shared(Dataset images, Split split) throws IOException {
        return DuplicateImages.shared(images, new DatasetFolder(directory).require(split.imagesFile()));
    }

    /**
     * Reads one split into memory.
     *
     * @param split which part
     * @return its images and labels
     * @throws IdxFormatException if a file is damaged or holds something else
     * @throws IOException if a file is missing or cannot be read
     */
    public Dataset read(Split split) throws IOException {
        return read(split, bytes -> {});
    }

    /**
     * The same, for who waits.
     *
     * @param split which part
     * @param progress hears now and then how many more bytes of the images have been read
     * @return its images and labels
     * @throws IdxFormatException if a file is damaged or holds something else
     * @throws IOException if a file is missing or cannot be read
     */
    public Dataset read(Split split, LongConsumer progress) throws IOException {
        var folder = new DatasetFolder(directory);
        return DatasetReader.read(
                name,
                split,
                folder.require(split.imagesFile()),
                folder.require(split.labelsFile()),
                classNames,
                progress);
    }
}
