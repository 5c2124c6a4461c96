package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.LockFile;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileTree;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What verifications have found, from the first to the last: JSON lines, of which none is ever changed or dropped.
 *
 * @param path the file, in the repository of the project or anywhere else
 */
public record HistoryFile(Path path) {

    /** Another build needs milliseconds for its line. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * Adds a line, under a lock in a file beside it; the file is there with the line, or as it was. A line about the
     * same model of the same commit under the same name is not added again.
     *
     * @param entry the line
     * @return what is wrong with lines that are there, and stay: a sentence for each without a full stop
     * @throws IOException if the file cannot be read or written, or another process holds the lock for a minute
     */
    @SuppressWarnings("try") // The lock is held, not read.
    public List<String> append(HistoryEntry entry) throws IOException {
        FileTree.create(FileTree.folderOf(path));
        try (var lock = LockFile.acquire(path.resolveSibling(path.getFileName() + ".lock"), PATIENCE, owner -> {})) {
            var text = Files.exists(path) ? Files.readString(path) : "";
            var problems = new ArrayList<String>();
            var known = entries(text, problems);
            if (known.stream().noneMatch(entry::repeats)) {
                // A line that was torn, or written by an editor, may lack its end.
                var end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
                AtomicFile.writeText(path, text + end + Json.line(entry) + "\n");
            }
            return problems;
        }
    }

    private List<HistoryEntry> entries(String text, List<String> problems) {
        var entries = new ArrayList<HistoryEntry>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                try {
                    entries.add(Json.parse(line, HistoryEntry.class, "the line"));
                } catch (IOException e) {
                    problems.add(format("line %s of %s is no entry of a history, and stays as it is", number, path));
                }
            }
        }
        return entries;
    }
}
