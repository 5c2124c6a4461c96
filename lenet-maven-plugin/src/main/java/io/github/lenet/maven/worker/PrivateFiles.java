package io.github.lenet.maven.worker;

import io.github.lenet.io.FileOutput;
import io.github.lenet.io.FileTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that no other user may read: command lines, outputs and reports of crashes hold whatever the user's arguments
 * and environment do. Where there is no POSIX view, as on Windows, permissions are those of the folder above.
 */
public final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * Makes a folder that no other user may enter, or closes the one that there is.
     *
     * @param folder the folder
     * @throws IOException if it cannot be made, or belongs to another user
     */
    static void createFolder(Path folder) throws IOException {
        FileTree.create(folder);
        if (hasPermissions(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /**
     * Makes a file anew; whatever has its name, a link as well, is deleted and not written to.
     *
     * @param file the file
     * @return a stream to write to
     * @throws IOException if it cannot be made
     */
    public static OutputStream create(Path file) throws IOException {
        Files.deleteIfExists(file);
        var attributes = hasPermissions(FileTree.folderOf(file))
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return FileOutput.to(file, Channels.newOutputStream(Files.newByteChannel(file, options, attributes)));
    }

    private static boolean hasPermissions(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }
}
