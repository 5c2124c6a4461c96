package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.ContentProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * The user's folder, where it is to hold a data set of the catalogue. It is used, or it is an error, even when the
 * cache is complete: who names a folder wants a model of what lies there, and the same POM must not pass on one machine
 * and fail on another.
 *
 * @param entry the data set
 * @param folder the folder, which exists
 * @param request says what will be read of it
 * @param listener hears what happens
 */
record KnownDatasetFolder(CatalogEntry entry, DatasetFolder folder, DatasetRequest request, DownloadListener listener) {

    /**
     * Opens the folder, and measures the files that will be read.
     *
     * @return the data set, used in place, or in the cache if it comes in an archive
     * @throws DatasetUnavailableException if the folder does not hold the data set as it was published
     * @throws IOException if a file cannot be read
     */
    LocatedDataset open() throws IOException {
        requireComplete();
        var sha256 = new LinkedHashMap<String, String>();
        for (var file : entry.files()) {
            sha256.put(file.name(), requirePublished(file, folder.require(file.name())));
        }
        var records = entry.records();
        if (records != null) {
            var archive = folder.require(entry.files().get(0).name());
            return new RecordConversion(entry, records, archive, request.cacheDirectory(), listener)
                    .run("dataDirectory");
        }
        return new LocatedDataset(
                entry.name(), folder.directory(), entry.classNames(), sha256, null, null, "dataDirectory");
    }

    private void requireComplete() throws IOException {
        var missing =
                new ArrayList<>(entry.files().stream().map(CatalogFile::name).toList());
        missing.removeIf(name -> folder.find(name).isPresent());
        if (missing.isEmpty()) {
            return;
        }
        if (missing.size() == entry.files().size() && PictureFolder.isOne(folder.directory())) {
            throw new DatasetUnavailableException(format(
                    "<dataDirectory> %s holds pictures, but <dataset> is %s. %s",
                    folder.directory(), entry.name(), nameOfOnesOwn("my-pictures")));
        }
        throw new DatasetUnavailableException(format(
                "<dataDirectory> %s holds no %s, but <dataset> is %s. %s; or put what is missing into the folder; or leave"
                        + " <dataDirectory> out, and %s is fetched",
                folder.directory(),
                String.join(", ", missing),
                entry.name(),
                nameOfOnesOwn("my-digits"),
                entry.name()));
    }

    private String requirePublished(CatalogFile file, Path path) throws IOException {
        var found = request.reads(entry, file) ? file.measure(path) : file.sha256();
        if (!found.equals(file.sha256())) {
            var other = ContentProblem.of(path);
            if (other.isPresent()) {
                throw new DatasetUnavailableException(path + " " + other.get());
            }
            throw new DatasetUnavailableException(format(
                    "%s is not %s (its SHA-256 is %s, not %s%s). %s",
                    path,
                    entry.name(),
                    found,
                    file.sha256(),
                    file.isKeptCompressed() ? " of " + file.gzip() + " as it was published" : "",
                    nameOfOnesOwn("my-digits")));
        }
        return found;
    }

    private static String nameOfOnesOwn(String example) {
        return format(
                "If this is data of your own, give it a name of its own: <dataset>%1$s</dataset> or -Dlenet.dataset=%1$s",
                example);
    }
}
