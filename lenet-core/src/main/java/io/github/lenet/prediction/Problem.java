package io.github.lenet.prediction;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what is wrong with a file. */
final class Problem {

  private Problem() {}

  /**
   * The JDK's file errors often hold nothing but a name; every other message here is a sentence that names the file.
   */
  static String describe(String name, IOException error) {
    if (!(error instanceof FileSystemException fileError)) {
      return error.getMessage();
    }
    var reason = fileError.getReason() == null ? fileError.getClass().getSimpleName() : fileError.getReason();
    return name + " cannot be read: " + reason;
  }

  /** Refuses a file before it is opened, with the plainest reason. */
  static void requireReadable(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(file + " does not exist");
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is no file");
    }
    if (!Files.isReadable(file)) {
      throw new IOException(file + " cannot be read: permission denied");
    }
  }
}
