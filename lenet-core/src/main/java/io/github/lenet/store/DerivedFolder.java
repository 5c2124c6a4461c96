package io.github.lenet.store;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileTree;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;

/**
 * A folder of the cache with a data set that was made from something else, under the digest of everything that decides it.
 * It is whole or absent, and whoever uses it finds what was once put there: what is not is made again.
 */
final class DerivedFolder {

  /** As long as a build may wait for another one. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final String CHECKSUMS = "sha256.txt";

  private final Path cache;
  private final Path target;
  private final DownloadListener listener;

  /**
   * Names the folder; nothing is read or written yet.
   *
   * @param cache the folder of all that is made in this way
   * @param digest what this one is made from
   * @param listener hears of a wait for another build
   */
  DerivedFolder(Path cache, String digest, DownloadListener listener) {
    this.cache = cache;
    this.target = cache.resolve(digest);
    this.listener = listener;
  }

  /** Writes the files of a data set. */
  @FunctionalInterface
  interface Content {

    /**
     * Writes them.
     *
     * @param directory an empty folder
     * @throws DatasetUnavailableException if that which they are made from cannot be read or used
     * @throws IOException if they cannot be written
     */
    void writeTo(Path directory) throws IOException;
  }

  /**
   * Makes the folder, unless it is there.
   *
   * @param content writes its files
   * @return the folder
   * @throws DatasetUnavailableException if the content cannot be made, the cache cannot be written, or another build takes
   *     too long
   * @throws IOException if the cache cannot be read, or the build is interrupted
   */
  Path obtain(Content content) throws IOException {
    if (isIntact()) {
      FileTree.touch(target);
      return target;
    }
    try {
      FileTree.create(cache);
      try (var lock = CacheLock.acquire(cache, PATIENCE, listener)) {
        if (!isIntact()) {
          makeRoom();
          make(content);
        }
      }
    } catch (InterruptedIOException | DatasetUnavailableException e) {
      throw e;
    } catch (IOException e) {
      throw DatasetUnavailableException.notWritable(cache, e);
    }
    return target;
  }

  /** Deletes what builds that were killed have left, and what no build uses any more. */
  private void makeRoom() throws IOException {
    try (var folders = Files.newDirectoryStream(cache, Files::isDirectory)) {
      for (var folder : folders) {
        if (isHidden(folder) || Unused.is(folder)) {
          FileTree.delete(folder);
        }
      }
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private void make(Content content) throws IOException {
    var unfinished = cache.resolve("." + UUID.randomUUID());
    FileTree.create(unfinished);
    try {
      content.writeTo(unfinished);
      AtomicFile.writeText(unfinished.resolve(CHECKSUMS), checksums(unfinished));
      if (Files.exists(target)) {
        FileTree.delete(target);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      if (Files.exists(unfinished)) {
        FileTree.delete(unfinished);
      }
    }
  }

  private boolean isIntact() throws IOException {
    var checksums = target.resolve(CHECKSUMS);
    return Files.exists(checksums) && Files.readString(checksums).equals(checksums(target));
  }

  private static String checksums(Path directory) throws IOException {
    var lines = new StringBuilder();
    try (var files = Files.list(directory)) {
      for (var file : files.filter(DerivedFolder::isContent).sorted().toList()) {
        lines.append(Sha256.hex(file)).append("  ").append(file.getFileName()).append('\n');
      }
    }
    return lines.toString();
  }

  private static boolean isContent(Path file) {
    return Files.isRegularFile(file) && !file.endsWith(CHECKSUMS);
  }
}
