package io.github.lenet.maven.worker;

import io.github.lenet.io.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Removes what a killed worker left: the files beside their targets that it had not moved into place. */
final class UnfinishedFiles {

  /**
   * What {@link io.github.lenet.io.AtomicFile} and the worker's folder of results are called: no finished file is
   * hidden.
   */
  private static final String NAMES = ".*{.part,-next}";

  private UnfinishedFiles() {}

  /**
   * Deletes them.
   *
   * @param folder where the worker writes
   */
  static void delete(Path folder) {
    try (var unfinished = Files.newDirectoryStream(folder, NAMES)) {
      for (var path : unfinished) {
        FileTree.delete(path);
      }
    } catch (IOException e) {
      // They bother nobody: no reader knows their names, and the next training tries again.
    }
  }
}
