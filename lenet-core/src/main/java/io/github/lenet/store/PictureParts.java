package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The division of a folder of pictures, by the usual names in any case.
 *
 * @param train the folder with the classes to learn from
 * @param test the folder with the same classes to measure on
 * @param leftOut what lies beside them: folders for a validation, which {@code validationFraction} takes from the
 *     training instead, and whatever else
 */
record PictureParts(Path train, Path test, List<Path> leftOut) {

    /** For errors. */
    static final String WHAT_FOLDERS_ARE_CALLED =
            "Pictures lie in a folder for each class. These lie directly in <dataDirectory>, and then <testFraction> of the pictures"
                    + " is for the test; or in two folders there, train (or training) and test (or testing)";

    private static final Set<String> TRAIN = Set.of("train", "training");
    private static final Set<String> TEST = Set.of("test", "testing");
    private static final Set<String> VALIDATION = Set.of("val", "valid", "validation");

    /**
     * Finds the division of a folder.
     *
     * @param directory the folder
     * @return its parts, or null if it has none, so that its sub-folders are classes
     * @throws DatasetUnavailableException if there are parts, but not one of each kind
     */
    static @Nullable PictureParts of(Path directory) throws IOException {
        var folders = PictureFolder.folders(directory);
        if (!isDivided(folders)) {
            return null;
        }
        var train = one(directory, folders, TRAIN, "to learn from");
        var test = one(directory, folders, TEST, "for the test");
        var leftOut = new ArrayList<>(folders);
        leftOut.removeAll(List.of(train, test));
        return new PictureParts(train, test, List.copyOf(leftOut));
    }

    /**
     * Says what of the folder is not read.
     *
     * @return a sentence, or nothing if all of it is read
     */
    Optional<String> remark() {
        var paths = leftOut.stream().map(Path::toString).collect(Collectors.joining(", "));
        var advice = leftOut.stream().anyMatch(folder -> is(folder, VALIDATION))
                ? format("; <validationFraction> holds a part of %s out instead", train)
                : "";
        return leftOut.isEmpty() ? Optional.empty() : Optional.of("Left out: " + paths + advice);
    }

    /**
     * A class may be called train as well, as in pictures of vehicles: then there are pictures in it, and other
     * classes.
     */
    private static boolean isDivided(List<Path> folders) throws IOException {
        var named = new ArrayList<>(folders);
        named.removeIf(folder -> !is(folder, TRAIN) && !is(folder, TEST) && !is(folder, VALIDATION));
        for (var folder : named) {
            if (!PictureFolder.folders(folder).isEmpty()) {
                return true;
            }
        }
        return !named.isEmpty() && named.size() == folders.size();
    }

    private static Path one(Path directory, List<Path> folders, Set<String> names, String purpose)
            throws DatasetUnavailableException {
        var found = folders.stream().filter(folder -> is(folder, names)).toList();
        if (found.size() != 1) {
            throw new DatasetUnavailableException(format(
                    "%s has %s folder %s: there %s. %s",
                    directory,
                    found.isEmpty() ? "no" : "more than one",
                    purpose,
                    folders.size() == 1 ? "is " + list(folders) : "are " + list(folders),
                    WHAT_FOLDERS_ARE_CALLED));
        }
        return found.get(0);
    }

    private static boolean is(Path folder, Set<String> names) {
        return names.contains(folder.getFileName().toString().toLowerCase(Locale.ROOT));
    }

    private static String list(List<Path> folders) {
        return folders.stream().map(folder -> folder.getFileName().toString()).collect(Collectors.joining(", "));
    }
}
