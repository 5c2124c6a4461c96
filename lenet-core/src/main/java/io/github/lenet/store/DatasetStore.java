package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.DatasetReader;
import io.github.lenet.dataset.Split;
import io.github.lenet.network.Shape;
import io.github.lenet.parameter.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Finds the data set that a build asks for: in the user's folder, in the cache, or from a source that fills the cache.
 * Whatever it is, the content of every file of a known data set has the digest of the catalogue.
 */
public final class DatasetStore {

    private final Catalog catalog;
    private final String searchPath;

    /** A store with the catalogue that comes with this library, and with the npm on the {@code PATH}. */
    public DatasetStore() {
        this(Catalog.builtIn(), Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    DatasetStore(Catalog catalog, String searchPath) {
        this.catalog = catalog;
        this.searchPath = searchPath;
    }

    /**
     * Obtains a data set, downloading it if it is nowhere on this machine.
     *
     * <p>A {@code dataDirectory} is used, or it is an error; nothing takes its place. For a name of the catalogue its
     * files are checked and used in place. Any other name means the user's own data there: IDX files are used in place,
     * and pictures are converted into the cache. Without a folder a data set of the catalogue comes from the cache, or
     * else from the sources in their order. Several builds may ask at the same time; one downloads, the others wait for
     * it.
     *
     * @param request what is wanted
     * @param listener hears what happens
     * @return a folder with the four files
     * @throws DatasetUnavailableException if it cannot be obtained; the message names every place that was tried, and
     *     what to do
     * @throws IOException if a file cannot be read or written
     */
    public LocatedDataset obtain(DatasetRequest request, DownloadListener listener) throws IOException {
        var entry = catalog.find(request.name());
        if (entry.isEmpty()) {
            return openOwn(request, listener);
        }
        if (request.dataDirectory() != null) {
            requireFolder(request.dataDirectory());
            return new KnownDatasetFolder(entry.get(), new DatasetFolder(request.dataDirectory()), request, listener)
                    .open();
        }
        var sources = Sources.of(entry.get(), request, searchPath);
        return new KnownDatasetSearch(catalog, entry.get(), request, sources, listener).run();
    }

    /**
     * The shape of the images that a build asks for, before any of them is obtained: of a data set of the catalogue it
     * is known, that of pictures is the one they get, and IDX files have it in their first bytes.
     *
     * @param request what is wanted
     * @return the shape of a training image
     * @throws DatasetUnavailableException if the folder of data of the user's own is not named, or is none
     * @throws IOException if a file of that folder is missing, or begins otherwise than such a file
     */
    public Shape image(DatasetRequest request) throws IOException {
        var entry = catalog.find(request.name());
        if (entry.isPresent()) {
            return entry.get().image();
        }
        var directory = ownFolder(request);
        if (holdsPictures(directory)) {
            var pictures = request.pictures();
            return new Shape(pictures.colour().channels(), pictures.height(), pictures.width());
        }
        var layout = DatasetReader.readLayout(new DatasetFolder(directory).require(Split.TRAIN.imagesFile()));
        return new Shape(layout.channels(), layout.height(), layout.width());
    }

    private static void requireFolder(Path dataDirectory) throws DatasetUnavailableException {
        if (!Files.isDirectory(dataDirectory)) {
            throw new DatasetUnavailableException(format(
                    "<dataDirectory> %s %s; correct it in the POM, or with -Dlenet.dataDirectory=...",
                    dataDirectory, Files.exists(dataDirectory) ? "is a file, and no folder" : "does not exist"));
        }
    }

    private LocatedDataset openOwn(DatasetRequest request, DownloadListener listener) throws IOException {
        var directory = ownFolder(request);
        if (holdsPictures(directory)) {
            var folder = PictureFolder.open(directory);
            return new PictureConversion(folder, request.pictures(), request.cacheDirectory(), listener)
                    .run(request.name());
        }
        var digests = new RememberedDigests(request.cacheDirectory());
        return LocatedDataset.open(
                request.name(),
                directory,
                "dataDirectory",
                (fileName, file) -> request.reads(fileName) ? digests.measure(file) : digests.sha256(file));
    }

    private Path ownFolder(DatasetRequest request) throws DatasetUnavailableException {
        if (request.dataDirectory() == null) {
            throw new DatasetUnavailableException(format(
                    "<dataset>%s</dataset> %s. If this is data of your own, %s",
                    request.name(),
                    Spelling.unknown(request.name(), catalog.names()),
                    "name the folder of its IDX files or pictures with <dataDirectory> or -Dlenet.dataDirectory=..."));
        }
        requireFolder(request.dataDirectory());
        return request.dataDirectory();
    }

    private static boolean holdsPictures(Path directory) throws IOException {
        var idxFiles = new DatasetFolder(directory);
        var holdsIdx =
                Split.fileNames().stream().anyMatch(name -> idxFiles.find(name).isPresent());
        return !holdsIdx && PictureFolder.isOne(directory);
    }
}
