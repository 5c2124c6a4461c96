package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A folder of the user's with pictures in a sub-folder for each class. The sub-folders lie below {@code train} and
 * {@code test}, or directly in the folder, which has no test set of its own then. Hidden files and folders, and those
 * whose name begins with a dot, count for nothing.
 *
 * @param directory the folder
 */
record PictureFolder(Path directory) {

  /** Whether a folder may be one: whether it has a visible sub-folder. */
  static boolean isOne(Path directory) throws IOException {
    return !children(directory, Files::isDirectory).isEmpty();
  }

  /** Whether the folder says itself which pictures are for the test. */
  boolean hasTestSet() {
    return Files.isDirectory(directory.resolve("train")) && Files.isDirectory(directory.resolve("test"));
  }

  /**
   * Lists the pictures.
   *
   * @return every file of every class, by the names of the classes and files; those of the training set first
   * @throws DatasetUnavailableException if the folders are no data set
   */
  List<Picture> pictures() throws IOException {
    var pictures = new ArrayList<Picture>();
    if (hasTestSet()) {
      pictures.addAll(below(directory.resolve("train"), false));
      var trained = classNames(pictures);
      pictures.addAll(below(directory.resolve("test"), true));
      var unknown = classNames(pictures);
      unknown.removeAll(trained);
      if (!unknown.isEmpty()) {
        throw new DatasetUnavailableException(
            format(
                "%s has the classes %s, which %s has not",
                directory.resolve("test"), unknown, directory.resolve("train")));
      }
    } else {
      pictures.addAll(below(directory, false));
    }
    var classes = classNames(pictures).size();
    if (classes < 2 || classes > 256) {
      throw new DatasetUnavailableException(
          format(
              "%s has %d sub-folders with pictures; there must be one for each class, 2 to 256 of them",
              hasTestSet() ? directory.resolve("train") : directory, classes));
    }
    return pictures;
  }

  static TreeSet<String> classNames(List<Picture> pictures) {
    var names = new TreeSet<String>();
    pictures.forEach(picture -> names.add(picture.className()));
    return names;
  }

  private static List<Picture> below(Path folder, boolean isTest) throws IOException {
    var pictures = new ArrayList<Picture>();
    for (var classFolder : children(folder, Files::isDirectory)) {
      var name = classFolder.getFileName().toString();
      if (!name.equals(name.strip()) || name.lines().count() != 1) {
        throw new DatasetUnavailableException(
            format(
                "the folder '%s' cannot name a class: it begins or ends with a space, or has two lines",
                classFolder));
      }
      var files = children(classFolder, file -> true);
      if (files.isEmpty()) {
        throw new DatasetUnavailableException(classFolder + " holds no pictures; remove the folder, or fill it");
      }
      files.forEach(file -> pictures.add(new Picture(file, name, isTest)));
    }
    return pictures;
  }

  private static List<Path> children(Path folder, Predicate<Path> wanted) throws IOException {
    var children = new ArrayList<Path>();
    try (var paths = Files.newDirectoryStream(folder)) {
      for (var path : paths) {
        if (!path.getFileName().toString().startsWith(".") && !Files.isHidden(path) && wanted.test(path)) {
          children.add(path);
        }
      }
    }
    // By the text of the names, which sorts alike on every system.
    children.sort((first, second) -> first.getFileName().toString().compareTo(second.getFileName().toString()));
    return children;
  }
}
