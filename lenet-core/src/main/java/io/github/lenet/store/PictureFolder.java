package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.FileNames;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.SystemFiles;
import io.github.lenet.text.Composed;
import io.github.lenet.text.English;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the user's with pictures in a sub-folder for each class. The sub-folders lie below folders for the
 * training and the test, or directly in the folder, which has no test set of its own then. What systems leave there,
 * and whatever is hidden, counts for nothing.
 *
 * @param directory the folder
 * @param parts its division, or null if the sub-folders of the classes lie directly in it
 */
record PictureFolder(Path directory, @Nullable PictureParts parts) {

    /** Whether a folder may be one: whether it has a visible sub-folder. */
    static boolean isOne(Path directory) throws IOException {
        return !folders(directory).isEmpty();
    }

    /**
     * Opens a folder.
     *
     * @param directory the folder
     * @return the folder, with its division
     * @throws DatasetUnavailableException if its sub-folders are neither classes nor a complete division
     */
    static PictureFolder open(Path directory) throws IOException {
        return new PictureFolder(directory, PictureParts.of(directory));
    }

    /** Whether the folder says itself which pictures are for the test. */
    boolean hasTestSet() {
        return parts != null;
    }

    /**
     * Lists the pictures.
     *
     * @return every file of every class, by the names of the classes and files; those of the training set first
     * @throws DatasetUnavailableException if the folders are no data set
     */
    List<Picture> pictures() throws IOException {
        var pictures = new ArrayList<Picture>();
        if (parts != null) {
            pictures.addAll(below(parts.train(), false));
            var trained = classNames(pictures);
            pictures.addAll(below(parts.test(), true));
            var unknown = classNames(pictures);
            unknown.removeAll(trained);
            if (!unknown.isEmpty()) {
                throw new DatasetUnavailableException(
                        format("%s has the classes %s, which %s has not", parts.test(), unknown, parts.train()));
            }
        } else {
            pictures.addAll(below(directory, false));
        }
        var classes = classNames(pictures).size();
        if (classes < 2 || classes > 256) {
            throw new DatasetUnavailableException(format(
                    "%s has %d %s with pictures; there must be one for each class, 2 to 256 of them",
                    parts != null ? parts.train() : directory, classes, English.plural(classes, "sub-folder")));
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
        for (var classFolder : folders(folder)) {
            var name = Composed.of(classFolder.getFileName().toString());
            if (!name.equals(name.strip()) || name.lines().count() != 1) {
                throw new DatasetUnavailableException(format(
                        "the folder '%s' cannot name a class: it begins or ends with a space, or has two lines",
                        classFolder));
            }
            if (!folders(classFolder).isEmpty()) {
                throw new DatasetUnavailableException(format(
                        "%s is taken for the folder of a class, but holds folders, such as %s. %s",
                        classFolder, folders(classFolder).get(0), PictureParts.WHAT_FOLDERS_ARE_CALLED));
            }
            var files = children(classFolder, file -> true);
            if (files.isEmpty()) {
                throw new DatasetUnavailableException(
                        classFolder + " holds no pictures; remove the folder, or fill it");
            }
            files.forEach(file -> pictures.add(new Picture(file, name, isTest)));
        }
        return pictures;
    }

    /** The visible sub-folders of a folder. */
    static List<Path> folders(Path folder) throws IOException {
        return children(folder, Files::isDirectory);
    }

    private static void requireExpressible(Path path) throws DatasetUnavailableException {
        try {
            FileNames.requireExpressible(path);
        } catch (IOException e) {
            throw new DatasetUnavailableException(FileProblem.describe(e), e);
        }
    }

    private static List<Path> children(Path folder, Predicate<Path> wanted) throws IOException {
        var children = new ArrayList<Path>();
        try (var paths = Files.newDirectoryStream(folder)) {
            for (var path : paths) {
                if (!SystemFiles.isOne(path) && wanted.test(path)) {
                    requireExpressible(path);
                    children.add(path);
                }
            }
        }
        // By the text of the names, which sorts alike on every system.
        children.sort((first, second) ->
                first.getFileName().toString().compareTo(second.getFileName().toString()));
        return children;
    }
}
