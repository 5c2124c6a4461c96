package io.github.lenet.maven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Removes what a killed worker left: the file beside the target that it was still writing. */
final class UnfinishedFiles {

  private UnfinishedFiles() {}

  /**
   * Deletes the files that {@link io.github.lenet.io.AtomicFile} had not moved into place.
   *
   * @param folder where the worker writes
   */
  static void delete(Path folder) {
    try (var files = Files.newDirectoryStream(folder, ".*.part")) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // They bother nobody: no reader knows their names, and the next training tries again.
    }
  }
}
