package io.github.lenet.cache;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A file that one process at a time holds locked. The operating system releases it when its owner dies, however it
 * dies: nobody ever takes it from another, and the file may stay.
 *
 * <p>A second file, {@code <name>-owner}, holds the process id of its last owner. It serves messages alone, and stays
 * as well.
 */
public final class LockFile implements AutoCloseable {

    private static final long POLL_MILLISECONDS = 200;

    /** Digits of a process id. */
    private static final int LONGEST_NAME = 20;

    /**
     * What is never closed: under POSIX, a process that closes any channel on a file gives up all its locks on that
     * file, and so that of another thread.
     */
    private static final Queue<FileChannel> LEFT_OPEN = new ConcurrentLinkedQueue<>();

    private final Path owner;
    private final FileChannel channel;
    private boolean isMine;
    private boolean isOfAnotherThread;

    private LockFile(Path file) throws IOException {
        owner = file.resolveSibling(file.getFileName() + "-owner");
        channel = open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Waits until no other process, and no other thread of this one, holds the lock.
     *
     * @param file the file to lock; it is created if it is missing, in a folder that exists
     * @param timeout how long to wait, zero for ever
     * @param waiting hears who holds the lock, such as {@code process 4711}, a few times in each second of the wait
     * @return the lock, to be closed
     * @throws LockTimeoutException if the wait takes too long
     * @throws IOException if the file cannot be written, its file system knows no locks, or the thread is interrupted
     */
    public static LockFile acquire(Path file, Duration timeout, Consumer<String> waiting) throws IOException {
        var start = System.nanoTime();
        var lock = new LockFile(file);
        try {
            while (!lock.tryLock()) {
                // First, because a process that has just obtained it has yet to leave its name.
                Thread.sleep(POLL_MILLISECONDS);
                var owner = lock.nameOfOwner();
                waiting.accept(owner);
                if (!timeout.isZero() && System.nanoTime() - start > timeout.toNanos()) {
                    throw new LockTimeoutException(file, owner);
                }
            }
            return lock;
        } catch (InterruptedException e) {
            lock.close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the build was interrupted");
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Takes the lock if nobody holds it.
     *
     * @param file the file to lock; it is created if it is missing, in a folder that exists
     * @return the lock, to be closed, or empty if somebody holds it
     * @throws IOException if the file cannot be written, or its file system knows no locks
     */
    public static Optional<LockFile> tryAcquire(Path file) throws IOException {
        var lock = new LockFile(file);
        try {
            lock.tryLock();
        } finally {
            if (!lock.isMine) {
                lock.close();
            }
        }
        return lock.isMine ? Optional.of(lock) : Optional.empty();
    }

    /** Others may be able to write the folder: a link would lead elsewhere, and a pipe would never open. */
    private static FileChannel open(Path file, OpenOption... options) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "it is a link or a pipe, and no file; delete it");
        }
        var all = new HashSet<OpenOption>(List.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, all);
    }

    private boolean tryLock() throws IOException {
        try {
            isMine = channel.tryLock() != null;
            isOfAnotherThread = false;
        } catch (OverlappingFileLockException e) {
            isOfAnotherThread = true;
        }
        if (isMine) {
            leaveName();
        }
        return isMine;
    }

    private void leaveName() {
        try {
            var name = ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
            try (var out = open(
                    owner, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(name);
            }
        } catch (IOException e) {
            // The lock holds without it.
        }
    }

    private String nameOfOwner() {
        String pid;
        try (var in = open(owner, StandardOpenOption.READ)) {
            var name = ByteBuffer.allocate(LONGEST_NAME);
            in.read(name);
            pid = new String(name.array(), 0, name.position(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "another process";
        }
        if (pid.equals(String.valueOf(ProcessHandle.current().pid()))) {
            return "another thread of this process";
        }
        return pid.matches("\\d+") ? "process " + pid : "another process";
    }

    @Override
    public void close() throws IOException {
        if (isOfAnotherThread) {
            LEFT_OPEN.add(channel);
        } else {
            channel.close();
        }
    }
}
