package io.github.lenet.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Fills a folder beside its place and moves it there, so that a reader sees a folder with all of its files or none. */
public final class AtomicFolder {

    private AtomicFolder() {}

    /** What a folder is to contain. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the files.
         *
         * @param folder an empty folder
         * @throws IOException if they cannot be made or written; the target then stays as it was
         */
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Makes or replaces a folder. One that is replaced is missing for a moment. When anything fails before that, it
     * stays as it was and no unfinished folder is left.
     *
     * @param target the folder, in one that exists
     * @param content its files
     * @throws IOException if the files cannot be made or written, or another process makes the folder at the same time
     */
    public static void write(Path target, Content content) throws IOException {
        var unfinished = Files.createDirectory(Unfinished.of(target));
        try {
            content.writeTo(unfinished);
            delete(target);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Unfinished.deleteTree(unfinished);
        }
    }

    /**
     * Deletes a folder or a file, if it exists. For those who are reading, it disappears all at once: to them it is
     * missing, and not damaged.
     *
     * @param target the folder or file; a link is deleted and not followed
     * @throws IOException if it cannot be deleted
     */
    public static void delete(Path target) throws IOException {
        var removed = Unfinished.of(target);
        try {
            Files.move(target, removed, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return;
        }
        Unfinished.deleteTree(removed);
    }
}
