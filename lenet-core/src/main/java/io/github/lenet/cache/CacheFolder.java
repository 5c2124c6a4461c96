package io.github.lenet.cache;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.FileTree;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A folder of the cache. All that builds read and write there goes through this class, because others may be able to
 * write there as well: no link is followed, so that none leads into a file of the builder's, and nothing but files and
 * folders is opened, because a pipe would make a build wait for ever.
 *
 * <p>Where the system has no owners and permissions as POSIX has them, as on Windows, everything is believed.
 */
public final class CacheFolder {

    /** The file by which one build at a time has the folder. */
    static final String LOCK = ".lock";

    private static final String ADVICE = "a cache has only files and folders; delete it";

    private final CacheDirectory cache;
    private final Path path;

    CacheFolder(CacheDirectory cache, Path path) {
        this.cache = cache;
        this.path = path;
    }

    /**
     * Where it lies.
     *
     * @return its path
     */
    public Path path() {
        return path;
    }

    /**
     * A folder in this one.
     *
     * @param name its name
     * @return the folder, which may not exist
     */
    public CacheFolder folder(String name) {
        return new CacheFolder(cache, path.resolve(name));
    }

    /**
     * Tells whether the folder is there, and is a folder all the way down from the cache.
     *
     * @return false if it, or a folder above it, is missing
     * @throws IOException if one of them is a link or anything else
     */
    public boolean exists() throws IOException {
        if (!Files.isDirectory(cache.path())) {
            return false;
        }
        for (var folder : fromTheTop()) {
            if (!isThere(folder, true)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Creates the folder, and those above it that are missing.
     *
     * @throws IOException if one of them is a link or anything else but a folder, or cannot be created
     */
    public void create() throws IOException {
        FileTree.create(cache.path());
        for (var folder : fromTheTop()) {
            if (!isThere(folder, true)) {
                try {
                    Files.createDirectory(folder);
                } catch (FileAlreadyExistsException e) {
                    // Another build was faster, or put something else there.
                    isThere(folder, true);
                }
            }
        }
    }

    /**
     * Waits until no other build, in this process or another, has this folder.
     *
     * @param timeout how long to wait, zero for ever
     * @param waiting hears who has it, a few times in each second of the wait
     * @return the lock, to be closed
     * @throws LockTimeoutException if the wait takes too long
     * @throws IOException if there cannot be a lock, or as {@link #create}
     */
    public LockFile lock(Duration timeout, Consumer<String> waiting) throws IOException {
        create();
        var lock = LockFile.acquire(file(LOCK), timeout, waiting);
        touch();
        return lock;
    }

    /** Marks the folder as used just now, so that {@link Cleaning} keeps it. */
    public void touch() {
        touch(path);
    }

    /**
     * Marks a file as used just now, so that {@link Cleaning} keeps it.
     *
     * @param name its name
     * @throws IOException as {@link #file}
     */
    public void touch(String name) throws IOException {
        touch(file(name));
    }

    private static void touch(Path entry) {
        try {
            Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // A cache that cannot be written can still be read: it only looks older than it is.
        }
    }

    /**
     * A file of this folder, to be opened right away.
     *
     * @param name its name
     * @return its path: that of a file, or of nothing
     * @throws IOException if it is a link, a pipe, or anything else but a file, or so is a folder on the way to it
     */
    public Path file(String name) throws IOException {
        holds(name);
        return path.resolve(name);
    }

    /**
     * Tells whether a file is there.
     *
     * @param name its name
     * @return whether it is
     * @throws IOException as {@link #file}
     */
    public boolean holds(String name) throws IOException {
        return exists() && isThere(path.resolve(name), false);
    }

    /**
     * Why what lies here is not to be believed.
     *
     * @param names the files that matter; those that are missing do not
     * @return a sentence without a full stop, with what to do about it; empty if nobody but the builder and root can
     *     have written this folder, those above it up to the cache, and the files, or everybody who can is trusted
     * @throws IOException as {@link #file}
     */
    public Optional<String> doubt(Collection<String> names) throws IOException {
        var looked = new ArrayList<Path>(List.of(cache.path()));
        looked.addAll(fromTheTop());
        for (var name : names) {
            looked.add(file(name));
        }
        for (var file : looked) {
            var doubt = cache.trusted() ? Optional.<String>empty() : doubt(file);
            if (doubt.isPresent()) {
                return doubt.map(reason -> format(
                        "%s %s, and whoever can write there decides what it holds: make it yours alone (chmod -R go-w %s), name"
                                + " another folder with -Dlenet.cacheDirectory=..., or set lenet.trustCache=true",
                        file, reason, cache.path()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> doubt(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        // The cache itself may be a link of the user's own.
        var options = file.equals(cache.path()) ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            var attributes = Files.readAttributes(file, PosixFileAttributes.class, options);
            var ids = Files.readAttributes(file, "unix:uid,gid", options);
            return new Writers(attributes, id(ids, "uid"), id(ids, "gid")).doubt();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static int id(Map<String, Object> ids, String name) {
        return (int) Objects.requireNonNull(ids.get(name), name);
    }

    /** The folders below the cache, down to this one. */
    private List<Path> fromTheTop() {
        var folders = new ArrayList<Path>();
        for (var folder = path; folder != null && !folder.equals(cache.path()); folder = folder.getParent()) {
            folders.add(folder);
        }
        Collections.reverse(folders);
        return folders;
    }

    private static boolean isThere(Path file, boolean folder) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (attributes.isSymbolicLink()) {
            throw new FileSystemException(file.toString(), null, "it is a symbolic link, and " + ADVICE);
        }
        if (folder ? !attributes.isDirectory() : !attributes.isRegularFile()) {
            throw new FileSystemException(
                    file.toString(), null, "it is no " + (folder ? "folder" : "file") + ", and " + ADVICE);
        }
        return true;
    }

    /** Who can write a file or folder. */
    private record Writers(PosixFileAttributes attributes, int user, int group) {

        Optional<String> doubt() {
            if (user != 0 && user != Builder.USER) {
                return Optional.of("belongs to " + attributes.owner().getName());
            }
            if (attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
                return Optional.of("can be written by everybody");
            }
            return attributes.permissions().contains(PosixFilePermission.GROUP_WRITE) && !isPrivateGroup()
                    ? Optional.of(
                            "can be written by the group " + attributes.group().getName())
                    : Optional.empty();
        }

        /**
         * Most Linux systems give every user a group of the same name and number, with nobody else in it, and let it
         * write what the user makes. That of root may have others in it.
         */
        private boolean isPrivateGroup() {
            return user != 0
                    && user == group
                    && attributes.owner().getName().equals(attributes.group().getName());
        }
    }

    /** Asked once, and only where it matters. */
    private static final class Builder {

        static final int USER = user();

        /** Java does not tell, but what a process makes belongs to its user. */
        private static int user() {
            try {
                var file = Files.createTempFile("lenet", null);
                try {
                    return (int) Files.getAttribute(file, "unix:uid");
                } finally {
                    Files.delete(file);
                }
            } catch (IOException e) {
                // Then only what belongs to root is believed.
                return 0;
            }
        }
    }
}
