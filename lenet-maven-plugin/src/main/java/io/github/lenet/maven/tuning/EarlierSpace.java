package io.github.lenet.maven.tuning;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.search.SearchSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The space of the search that was begun last, one line in a file beside those of its process, so that nobody takes
 * another search for the one that goes on.
 */
final class EarlierSpace {

    private static final String FILE = "space.txt";

    private EarlierSpace() {}

    /** The line about a space that has changed, if it has; what is in the folder from now on is the new one. */
    static String replaceIn(Path folder, SearchSpace next) throws IOException {
        var file = folder.resolve(FILE);
        var line = "";
        if (Files.exists(file)) {
            // Not Files.readString, which fails on damaged characters: the file serves one line of the log.
            var before = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            if (!before.equals(next.line())) {
                line = "The space has changed, so this is a new search: it was " + before + ", and is " + next.line();
            }
        }
        AtomicFile.writeText(file, next.line());
        return line;
    }
}
