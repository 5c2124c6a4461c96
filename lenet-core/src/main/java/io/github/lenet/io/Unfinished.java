package io.github.lenet.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The names of files and folders that are not whole yet, or are being deleted: {@code .<name>.lenet-<uuid>.part},
 * beside the place that they are for. No reader looks for such a name and no user would choose it, so what a killed
 * process has left under one can be deleted. Nothing else is ever deleted by a pattern.
 */
public final class Unfinished {

    private static final Pattern NAME =
            Pattern.compile("\\.(.+)\\.lenet-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

    private Unfinished() {}

    /**
     * A new name.
     *
     * @param target the file or folder that it will become, or has been
     * @return its path in the same folder, where nothing exists yet
     */
    public static Path of(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".lenet-" + UUID.randomUUID() + ".part");
    }

    /** The place that a file is for, if it or a folder above it is unfinished; else the file itself. */
    static Path target(Path file) {
        var target = file.getRoot();
        for (var part : file) {
            var name = Path.of(targetName(part.toString()));
            target = target == null ? name : target.resolve(name);
        }
        return target;
    }

    private static String targetName(String name) {
        var matcher = NAME.matcher(name);
        // A file that is written in two steps has a name within a name.
        return matcher.matches() ? targetName(matcher.group(1)) : name;
    }

    /**
     * Deletes what killed processes have left in a folder, known by its name, and nothing in the folders below. Call it
     * only where nobody writes at the same time.
     *
     * @param folder the folder, which may be missing
     * @throws IOException if it cannot be read, or something not deleted
     */
    public static void delete(Path folder) throws IOException {
        delete(folder, file -> true);
    }

    /**
     * The same where others may be writing.
     *
     * @param folder the folder, which may be missing
     * @param age what was made or changed since then stays
     * @throws IOException as {@link #delete(Path)}
     */
    public static void delete(Path folder, Duration age) throws IOException {
        var limit = Instant.now().minus(age);
        delete(folder, file -> isOlder(file, limit));
    }

    /** Deletes what killed processes have left of one file or folder, beside it. */
    static void deleteOf(Path target) throws IOException {
        var name = target.getFileName().toString();
        delete(
                FileTree.folderOf(target),
                file -> targetName(file.getFileName().toString()).equals(name));
    }

    private static void delete(Path folder, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, ".*.part")) {
            for (var file : files) {
                if (NAME.matcher(file.getFileName().toString()).matches() && wanted.test(file)) {
                    deleteTree(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant limit) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(limit);
        } catch (IOException e) {
            // Another process has just finished or deleted it.
            return false;
        }
    }

    /** A folder may disappear at any moment, because others delete as well. */
    static void deleteTree(Path unfinished) throws IOException {
        try {
            FileTree.delete(unfinished);
        } catch (NoSuchFileException e) {
            // As it should be.
        }
    }
}
