package io.github.lenet.maven.configuration;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Completes the messages of the JDK's file errors, many of which hold nothing but the name of the file. */
public final class FileErrors {

  private FileErrors() {}

  /**
   * The message for the user.
   *
   * @param error what went wrong
   * @return its own message if that is a sentence, otherwise one that says what is wrong with which file
   */
  public static String message(IOException error) {
    if (!(error instanceof FileSystemException fileError)) {
      return error.getMessage();
    }
    var file = fileError.getFile();
    if (error instanceof AccessDeniedException) {
      return "Cannot read or write " + file + ": permission denied. Is it, or its folder, owned by another user?";
    } else if (error instanceof NoSuchFileException) {
      return "The file " + file + " does not exist.";
    } else if (error instanceof FileAlreadyExistsException) {
      return "Cannot create the folder " + file + ": a file of this name exists.";
    } else if (error instanceof NotDirectoryException) {
      return file + " is no folder.";
    }
    var reason = fileError.getReason() == null ? error.toString() : fileError.getReason();
    return "Cannot read or write " + file + ": " + reason + ".";
  }
}
