package io.github.lenet.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file beside its target and moves it into place, so that a reader sees the old file or the new one, never a
 * part.
 */
public final class AtomicFile {

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
        FileTree.create(FileTree.folderOf(target));
        // Not Files.createTempFile, whose files only their owner may read: permissions here are those of any new file.
        var temporary = Unfinished.of(target.toAbsolutePath());
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
