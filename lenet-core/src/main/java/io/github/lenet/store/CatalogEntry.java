package io.github.lenet.store;

import io.github.lenet.dataset.Split;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A data set that the store can obtain by its name.
 *
 * @param name the name in a POM: {@code mnist}
 * @param title the name for people
 * @param classNames name of each class; the index is the label
 * @param licence licence of the data
 * @param citation the publication to cite
 * @param files the four IDX files
 * @param mirrors addresses of folders that hold the files, plain or with {@code .gz}; each ends in a slash
 * @param npm an npm package with the files, or null
 * @param debian a Debian package with the files, or null
 */
public record CatalogEntry(
    String name,
    String title,
    List<String> classNames,
    String licence,
    String citation,
    List<CatalogFile> files,
    List<URI> mirrors,
    NpmPackage npm,
    DebianPackage debian) {

  /** Makes the lists unmodifiable. */
  public CatalogEntry {
    classNames = List.copyOf(classNames);
    files = List.copyOf(files);
    mirrors = List.copyOf(mirrors);
  }

  /**
   * The digests that identify a part of the data set.
   *
   * @param split which part
   * @return SHA-256 of the decompressed content of its two files, in hexadecimal, by their published names
   */
  public Map<String, String> sha256(Split split) {
    return files.stream()
        .filter(file -> file.name().equals(split.imagesFile()) || file.name().equals(split.labelsFile()))
        .collect(Collectors.toMap(CatalogFile::name, CatalogFile::sha256));
  }
}
