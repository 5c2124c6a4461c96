package io.github.lenet.store;

import io.github.lenet.dataset.Split;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A data set that the store can obtain by its name.
 *
 * @param name the name in a POM: {@code mnist}
 * @param title the name for people
 * @param classNames name of each class; the index is the label
 * @param licence licence of the data
 * @param citation the publication to cite
 * @param digests where the digests of the files come from
 * @param files the four IDX files, or the archive of those that {@code records} describes
 * @param mirrors addresses of folders that hold the files; each ends in a slash
 * @param npm an npm package with the files, or null
 * @param debian a Debian package with the files, or null
 * @param records what lies in the archive, or null where the files are the four IDX files
 */
public record CatalogEntry(
        String name,
        String title,
        List<String> classNames,
        String licence,
        String citation,
        String digests,
        List<CatalogFile> files,
        List<URI> mirrors,
        @Nullable NpmPackage npm,
        @Nullable DebianPackage debian,
        @Nullable RecordArchive records) {

    /** Makes the lists unmodifiable. */
    public CatalogEntry {
        classNames = List.copyOf(classNames);
        files = List.copyOf(files);
        mirrors = List.copyOf(mirrors);
    }

    /**
     * The shape of an image.
     *
     * @return that of the records; every data set of four IDX files has the images of MNIST
     */
    public Shape image() {
        return records == null
                ? Architecture.LENET5.image()
                : new Shape(records.channels(), records.height(), records.width());
    }

    /**
     * One of the four files.
     *
     * @param fileName its name, as {@link Split} has it
     * @return what is known of it
     */
    CatalogFile file(String fileName) {
        return files.stream()
                .filter(file -> file.name().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The digests that identify a part of the data set.
     *
     * @param split which part
     * @return SHA-256 of its two files, or of the archive, as the catalogue has them, in hexadecimal, by their names
     */
    public Map<String, String> sha256(Split split) {
        return files.stream()
                .filter(file -> records != null || split.holds(file.name()))
                .collect(Collectors.toMap(CatalogFile::name, CatalogFile::sha256));
    }
}
