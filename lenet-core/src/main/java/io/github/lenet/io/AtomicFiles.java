package io.github.lenet.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Files that belong together: each is written whole beside its place before the first takes its place. A disk that
 * fills up, or a process that is killed meanwhile, leaves the files of before.
 */
public final class AtomicFiles implements AutoCloseable {

    private final Map<Path, Path> unfinished = new LinkedHashMap<>();

    /**
     * Makes sure that the files can be written, before the work whose results they are, and deletes what a killed
     * process has left of them. Nobody else may be writing the same files.
     *
     * @param places the files to write or replace, in this order: where the last one is, all that belongs to it has to
     *     be
     * @throws IOException if a folder cannot be made or written to
     */
    public AtomicFiles(Collection<Path> places) throws IOException {
        for (var place : places) {
            var absolute = place.toAbsolutePath();
            FileTree.create(FileTree.folderOf(place));
            Unfinished.deleteOf(absolute);
            var file = Files.createFile(Unfinished.of(absolute));
            Files.delete(file);
            unfinished.put(place, file);
        }
    }

    /**
     * Where to write a file.
     *
     * @param place one of the files to replace
     * @return a file that does not exist yet
     */
    public Path unfinished(Path place) {
        return Objects.requireNonNull(unfinished.get(place), "none of the files to replace");
    }

    /**
     * Moves the files to their places. Where none was written, what is there is deleted: it must not be taken for one
     * of these.
     *
     * @throws IOException if a file cannot be moved or deleted; those after it stay as they were
     */
    public void publish() throws IOException {
        for (var file : unfinished.entrySet()) {
            if (Files.exists(file.getValue())) {
                AtomicFile.move(file.getValue(), file.getKey());
            } else {
                Files.deleteIfExists(file.getKey());
            }
        }
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        for (var file : unfinished.values()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // No reader knows its name, and whoever writes here next tries again.
            }
        }
    }
}
