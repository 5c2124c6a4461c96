package io.github.lenet.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder with everything below it. */
public final class FileTree {

  private FileTree() {}

  /**
   * Deletes a folder and its content, or a single file. Links are deleted, not followed. What disappears meanwhile is no
   * error.
   *
   * @param top the folder or file; it must exist
   * @throws IOException if something cannot be deleted; what was deleted before stays so
   */
  public static void delete(Path top) throws IOException {
    try (var tree = Files.walk(top)) {
      // The files of a folder before the folder itself.
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
