package io.github.lenet.maven.tuning;

import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The space of the search that was begun last, kept beside the files of its process, so that nobody takes another
 * search for the one that goes on.
 *
 * @param values the values to try, by the names of hyperparameters
 */
record EarlierSpace(Map<String, String> values) {

    private static final String FILE = "space.json";

    /** The line about a space that has changed, if it has; what is in the folder from now on is the new one. */
    static String replaceIn(Path folder, Map<String, String> next) throws IOException {
        var file = folder.resolve(FILE);
        var line = "";
        if (Files.exists(file)) {
            var before = Json.read(file, EarlierSpace.class).values();
            if (!before.equals(next)) {
                line = "The space has changed, so this is a new search: it was " + line(before) + ", and is "
                        + line(next);
            }
        }
        Json.write(file, new EarlierSpace(next));
        return line;
    }

    static String line(Map<String, String> space) {
        return space.entrySet().stream()
                .map(dimension -> dimension.getKey() + "=" + dimension.getValue())
                .collect(Collectors.joining("; "));
    }
}
