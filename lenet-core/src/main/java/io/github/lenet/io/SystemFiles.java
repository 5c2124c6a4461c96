package io.github.lenet.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Files and folders that systems leave among those of their users: whoever counts pictures does not mean them. */
public final class SystemFiles {

    /** In lower case: macOS in zip files, Windows in folders that were looked at, network drives, disks. */
    private static final Set<String> NAMES = Set.of(
            "__macosx",
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "@eadir",
            "$recycle.bin",
            "system volume information",
            "lost+found");

    private SystemFiles() {}

    /**
     * Whether a system has left it, or nobody is meant to see it.
     *
     * @param file a file or folder
     * @return true if it is hidden, its name begins with a dot, or is a known one such as {@code Thumbs.db}
     * @throws IOException if the file system cannot tell
     */
    public static boolean isOne(Path file) throws IOException {
        var name = file.getFileName().toString();
        return name.startsWith(".") || NAMES.contains(name.toLowerCase(Locale.ROOT)) || Files.isHidden(file);
    }
}
