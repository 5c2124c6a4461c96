package io.github.lenet.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Lets one build at a time fetch a data set, so that several builds on one machine do not download it several times.
 * The operating system releases the lock when a process dies, so the file may stay.
 */
final class CacheLock implements AutoCloseable {

  private static final long POLL_MILLISECONDS = 200;

  private final FileChannel channel;

  private CacheLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until no other build, in this process or another, holds the lock.
   *
   * @param directory the folder to lock; must exist
   * @param timeout how long to wait
   * @param listener hears once that there is a wait
   * @return the lock, to be closed
   * @throws DatasetUnavailableException if the wait takes too long
   * @throws IOException if the lock file cannot be written
   */
  static CacheLock acquire(Path directory, Duration timeout, DownloadListener listener) throws IOException {
    var file = directory.resolve(".lock");
    var deadline = Deadline.after(timeout);
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (var announced = false; !tryLock(channel); announced = true) {
        if (!announced) {
          listener.message("Waiting for another build that fetches the same data (lock file " + file + ")");
        }
        if (deadline.isPast()) {
          throw new DatasetUnavailableException(
              "another build has held %s for more than %s; end it, or use another cache: -Dlenet.cacheDirectory=..."
                  .formatted(file, deadline.text()));
        }
        Thread.sleep(POLL_MILLISECONDS);
      }
      return new CacheLock(channel);
    } catch (InterruptedException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the build was interrupted");
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this JVM holds it, for example a module of a parallel build.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
