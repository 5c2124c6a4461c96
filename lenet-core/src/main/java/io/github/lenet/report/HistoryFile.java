package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.LockFile;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileTree;
import io.github.lenet.json.Json;
import io.github.lenet.text.English;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What verifications have found, from the first to the last: JSON lines, of which none is ever changed or dropped.
 *
 * @param path the file, in the repository of the project or anywhere else
 */
public record HistoryFile(Path path) {

    /** Another build needs milliseconds for its line. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Room for a hundred thousand builds, and no more than fits into a small memory. */
    private static final long MOST_BYTES = 1 << 26;

    /**
     * What a history says.
     *
     * @param path the file
     * @param entries the lines that are entries, in their order
     * @param otherLines the numbers of the other lines, from 1: torn ones, and those of other programs or later
     *     versions
     */
    public record Content(Path path, List<HistoryEntry> entries, List<Integer> otherLines) {

        /** Keeps copies. */
        public Content {
            entries = List.copyOf(entries);
            otherLines = List.copyOf(otherLines);
        }

        /**
         * What a reader of the numbers must know.
         *
         * @return which lines are no entries, as a sentence; empty if all are
         */
        public Optional<String> warning() {
            if (otherLines.isEmpty()) {
                return Optional.empty();
            }
            var numbers = English.list(otherLines.stream().map(String::valueOf).toList());
            return Optional.of(
                    otherLines.size() == 1
                            ? format("Line %s of %s is no entry of a history, and stays as it is.", numbers, path)
                            : format(
                                    "Lines %s of %s are no entries of a history, and stay as they are.",
                                    numbers, path));
        }

        private Content with(HistoryEntry entry) {
            return new Content(
                    path, Stream.concat(entries.stream(), Stream.of(entry)).toList(), otherLines);
        }
    }

    /**
     * Reads the file. Of a line that a later version wrote, keys that this one does not know are skipped.
     *
     * @return what it says; nothing if there is no such file
     * @throws IOException if it cannot be read, or has more than 64 MiB
     */
    public Content read() throws IOException {
        return content(bytes());
    }

    /**
     * Adds a line, under a lock in a file beside it; the file is there with the line, or as it was. A line about the
     * same model of the same commit under the same name is not added again.
     *
     * @param entry the line
     * @return what the file says then
     * @throws IOException if the file cannot be read or written, has more than 64 MiB, or another process holds the
     *     lock for a minute
     */
    @SuppressWarnings("try") // The lock is held, not read.
    public Content append(HistoryEntry entry) throws IOException {
        FileTree.create(FileTree.folderOf(path));
        try (var lock = LockFile.acquire(path.resolveSibling(path.getFileName() + ".lock"), PATIENCE, owner -> {})) {
            var bytes = bytes();
            var content = content(bytes);
            if (content.entries().stream().anyMatch(entry::repeats)) {
                return content;
            }
            AtomicFile.write(path, out -> {
                // As they are: a torn line may end within a character.
                out.write(bytes);
                if (bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
                    out.write('\n');
                }
                out.write((Json.line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            });
            return content.with(entry);
        }
    }

    private byte[] bytes() throws IOException {
        if (!Files.exists(path)) {
            return new byte[0];
        }
        // A pipe that nobody writes would hold the build up for ever.
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + " is no file");
        }
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException(format(
                    "%s has %d bytes, but a history must not have more than %d: go on in a new file",
                    path, Files.size(path), MOST_BYTES));
        }
        return Files.readAllBytes(path);
    }

    private Content content(byte[] bytes) {
        var entries = new ArrayList<HistoryEntry>();
        var otherLines = new ArrayList<Integer>();
        // Not strictly: bytes that are no character make no other line unreadable.
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    entries.add(Json.parseKnownKeys(lines.get(i), HistoryEntry.class, "the line"));
                } catch (IOException e) {
                    otherLines.add(i + 1);
                }
            }
        }
        return new Content(path, entries, otherLines);
    }
}
