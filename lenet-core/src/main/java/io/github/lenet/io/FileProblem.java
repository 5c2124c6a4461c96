package io.github.lenet.io;

import java.io.EOFException;
import java.nio.BufferUnderflowException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the errors of the file system into words: the JDK's own messages are often nothing but the name of the file. */
public final class FileProblem {

    /** What Linux and macOS, their quotas, and Windows say. */
    private static final Pattern NO_SPACE =
            Pattern.compile("no space left|quota exceeded|not enough space", Pattern.CASE_INSENSITIVE);

    private FileProblem() {}

    /**
     * Says what went wrong with which file.
     *
     * @param error any error of input or output, or what an unexpected content provoked
     * @return its own message if that is a sentence, otherwise one that names the file and the reason; without a full
     *     stop, so that it can stand within another sentence
     */
    public static String describe(Exception error) {
        if (error instanceof FileSystemException fileError && fileError.getFile() != null) {
            return describe(fileError);
        }
        if (error.getMessage() == null
                && (error instanceof EOFException || error instanceof BufferUnderflowException)) {
            return "it ends too early";
        }
        return Objects.requireNonNullElse(error.getMessage(), error.toString());
    }

    private static String describe(FileSystemException error) {
        // Its reader has never heard of unfinished files. Where one could not be moved, it is the first name.
        var named = Objects.requireNonNullElse(error.getOtherFile(), error.getFile());
        var file = Unfinished.target(Path.of(named)).toString();
        var obstacle = fileAbove(file);
        if (obstacle != null) {
            return file + " cannot exist: " + obstacle + " is a file, and no folder";
        }
        if (error.getReason() == null && error instanceof NoSuchFileException) {
            return file + " does not exist";
        }
        if (error instanceof FileAlreadyExistsException) {
            return "the folder " + file + " cannot be created: a file of this name exists";
        }
        if (error instanceof NotDirectoryException) {
            return file + " is no folder";
        }
        if (isFull(error)) {
            return file + " cannot be written: " + error.getReason()
                    + "; make room on its disk (df -h shows it), or choose another folder";
        }
        return file + " cannot be read or written: " + reason(error);
    }

    private static boolean isFull(FileSystemException error) {
        return error.getReason() != null && NO_SPACE.matcher(error.getReason()).find();
    }

    private static String reason(FileSystemException error) {
        if (error instanceof AccessDeniedException) {
            return "permission denied; it, or its folder, may belong to another user (ls -ld shows whose they are)";
        }
        if (error instanceof DirectoryNotEmptyException) {
            return "it is a folder with files in it";
        }
        return Objects.requireNonNullElse(error.getReason(), error.getClass().getSimpleName());
    }

    /** A file in the place of a folder, which systems report in different ways, if there is one. */
    private static @Nullable Path fileAbove(String file) {
        var path = Path.of(file).toAbsolutePath().getParent();
        while (path != null && !Files.exists(path)) {
            path = path.getParent();
        }
        return path == null || Files.isDirectory(path) ? null : path;
    }
}
