package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Split;
import io.github.lenet.io.ContentProblem;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A data set in a zip file: its four IDX files, each as it is or with {@code .gz}, and perhaps {@code classes.txt}. In which
 * folders of the zip they lie does not matter, and whatever else is in it is left there.
 *
 * <p>No name of an entry becomes the name of a file, so no zip can write outside of its folder.
 */
public final class DatasetArchive {

  /** What a data set in memory can hold, and an array of Java. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  /** 256 names of 256 bytes. */
  private static final long MOST_BYTES_OF_NAMES = 1 << 16;

  private final Path zip;
  private final String name;

  /**
   * Names an archive.
   *
   * @param zip the file
   * @param name what to call it in messages, such as its Maven coordinates
   */
  public DatasetArchive(Path zip, String name) {
    this.zip = zip;
    this.name = name;
  }

  /**
   * Unpacks the data set into the cache, unless it is there: {@code datasets/archives}, under the digest of the zip.
   *
   * @param cacheDirectory folder that keeps data for all builds of this user
   * @param listener hears what happens
   * @return the folder with its files
   * @throws DatasetUnavailableException if the file is no zip with a data set, or the cache cannot be written
   * @throws IOException if the file cannot be read
   */
  public Path unpack(Path cacheDirectory, DownloadListener listener) throws IOException {
    var archives = cacheDirectory.resolve("datasets").resolve("archives");
    try {
      return new DerivedFolder(archives, Sha256.hex(zip), listener).obtain(folder -> unpackInto(folder, listener));
    } catch (ZipException e) {
      var problem = ContentProblem.of(zip).orElse(format("is no zip file that can be read (%s)", e.getMessage()));
      throw new DatasetUnavailableException(name + " " + problem, e);
    }
  }

  private void unpackInto(Path folder, DownloadListener listener) throws IOException {
    try (var archive = new ZipFile(zip.toFile())) {
      var entries = entries(archive);
      requireComplete(entries);
      listener.message("Unpacking " + name);
      for (var entry : entries.entrySet()) {
        try (var in = archive.getInputStream(entry.getValue())) {
          copy(in, folder.resolve(entry.getKey()), entry.getValue());
        }
      }
    }
  }

  /** The entries of a data set, by the names that their files get. */
  private Map<String, ZipEntry> entries(ZipFile archive) throws DatasetUnavailableException {
    var entries = new TreeMap<String, ZipEntry>();
    for (var entry : archive.stream().filter(entry -> !entry.isDirectory()).toList()) {
      var fileName = entry.getName().substring(entry.getName().replace('\\', '/').lastIndexOf('/') + 1);
      if (!isOfDataset(fileName)) {
        continue;
      }
      var other = entries.put(fileName, entry);
      if (other != null) {
        throw new DatasetUnavailableException(
            format(
                "%s holds %s twice, as %s and as %s; a zip has one data set",
                name, fileName, other.getName(), entry.getName()));
      }
    }
    return entries;
  }

  private static boolean isOfDataset(String fileName) {
    return fileName.equals(ClassNames.FILE)
        || Split.fileNames().stream().flatMap(DatasetFolder::spellings).anyMatch(fileName::equals);
  }

  private void requireComplete(Map<String, ZipEntry> entries) throws DatasetUnavailableException {
    var missing = new ArrayList<>(Split.fileNames());
    missing.removeIf(fileName -> DatasetFolder.spellings(fileName).anyMatch(entries::containsKey));
    if (!missing.isEmpty()) {
      throw new DatasetUnavailableException(
          format(
              "%s holds no %s; a data set has the four files %s, each as it is or with .gz",
              name, String.join(", ", missing), String.join(", ", Split.fileNames())));
    }
  }

  /** The sizes that a zip states may be wrong, so the bytes are counted. */
  private void copy(InputStream in, Path file, ZipEntry entry) throws IOException {
    var most = file.endsWith(ClassNames.FILE) ? MOST_BYTES_OF_NAMES : MOST_BYTES;
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[1 << 16];
      var total = 0L;
      for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        total += count;
        if (total > most) {
          throw new DatasetUnavailableException(
              format("%s of %s has more than the %,d bytes that such a file can have", entry.getName(), name, most));
        }
        out.write(buffer, 0, count);
      }
    }
  }
}
