package io.github.lenet.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folders with what is above and below them. */
public final class FileTree {

    private FileTree() {}

    /**
     * Creates a folder, and those above it that are missing. A folder that exists is no error.
     *
     * @param folder the folder
     * @throws IOException if it cannot be created; {@link FileProblem} says why
     */
    public static void create(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (NoSuchFileException e) {
            // Some file systems, such as Linux's /proc, take no new folders; "does not exist" would puzzle who wants
            // one.
            throw new FileSystemException(e.getFile(), null, "no folder can be created here");
        }
    }

    /**
     * The folder that a file lies in, or will lie in.
     *
     * @param file the file, by any path
     * @return the absolute path of its folder
     */
    public static Path folderOf(Path file) {
        // Only the root of a file system lies in no folder, and that is no file.
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "the folder of a file");
    }

    /**
     * Deletes a folder and its content, or a single file. Links are deleted, not followed. What disappears meanwhile is
     * no error.
     *
     * @param top the folder or file; it must exist
     * @throws IOException if something cannot be deleted; what was deleted before stays so
     */
    public static void delete(Path top) throws IOException {
        // Throws what is wrong, unlike Files.walk, which hides it in an unchecked exception once it has begun.
        Files.walkFileTree(top, new Deletion(top));
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        private final Path top;

        Deletion(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException && !file.equals(top)) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
