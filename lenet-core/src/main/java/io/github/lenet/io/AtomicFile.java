package io.github.lenet.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes a file beside its target and moves it into place, so that a reader sees the old file or the new one, never a
 * part.
 */
public final class AtomicFile {

    /** In the name of each unfinished file, and in no name that a user would choose: what has it may be deleted. */
    private static final String MARK = ".lenet-";

    private static final Pattern UNFINISHED =
            Pattern.compile("\\..+" + Pattern.quote(MARK) + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

    private AtomicFile() {}

    /** What a file is to contain. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the whole content. The stream is buffered, and closed by the caller.
         *
         * @param out the stream to write to
         * @throws IOException if the content cannot be produced or written; the target then stays as it was
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file in one step. Missing parent folders are created; when anything fails, the target stays as it was
     * and no temporary file is left.
     *
     * @param target the file to write or replace
     * @param content what it is to contain
     * @throws IOException if the content cannot be written, for example because the disk is full
     */
    public static void write(Path target, Content content) throws IOException {
        var folder = target.toAbsolutePath().getParent();
        FileTree.create(folder);
        // Not Files.createTempFile, whose files only their owner may read: permissions here are those of any new file.
        var temporary = folder.resolve("." + target.getFileName() + MARK + UUID.randomUUID() + ".part");
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    var out = new BufferedOutputStream(
                            FileOutput.to(target, Channels.newOutputStream(channel)), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                force(channel, target);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Without this, a power loss after the move could leave the new name on an empty file. */
    private static void force(FileChannel channel, Path target) throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw FileOutput.named(target, e);
        }
    }

    /**
     * Replaces a file in one step, as {@link #write} does, with a text in UTF-8.
     *
     * @param target the file to write or replace
     * @param text what it is to contain
     * @throws IOException if the text cannot be written, for example because the disk is full
     */
    public static void writeText(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Deletes the unfinished files that killed processes have left in a folder: regular files, known by their names,
     * and nothing in the folders below. Call it only where nobody writes at the same time.
     *
     * @param folder the folder, which may be missing
     * @throws IOException if it cannot be read, or a file not deleted
     */
    public static void deleteUnfinished(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, ".*.part")) {
            for (var file : files) {
                if (UNFINISHED.matcher(file.getFileName().toString()).matches()
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * Moves a finished file over its target in one step where the file system can, which every local one does.
     *
     * @param finished the file to move
     * @param target its new name, on the same file system
     * @throws IOException if the file cannot be moved
     */
    public static void move(Path finished, Path target) throws IOException {
        try {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(finished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
