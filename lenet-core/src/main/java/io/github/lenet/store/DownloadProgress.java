package io.github.lenet.store;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a transfer is.
 *
 * @param file name of the file that is transferred
 * @param bytes bytes received so far, as they came: compressed, if the file is
 * @param totalBytes bytes to receive, or -1 if the server does not say
 * @param elapsed time since the transfer began
 */
public record DownloadProgress(String file, long bytes, long totalBytes, Duration elapsed) {

  /**
   * The average speed.
   *
   * @return bytes a second, 0 at the very beginning
   */
  public double bytesPerSecond() {
    return elapsed.isZero() ? 0 : bytes * 1e9 / elapsed.toNanos();
  }

  /**
   * The progress in words.
   *
   * @return for example {@code train-images-idx3-ubyte.gz: 4.2 of 9.9 MB, 1.3 MB/s}
   */
  public String text() {
    var total = totalBytes < 0 ? "" : String.format(Locale.ROOT, " of %.1f", totalBytes / 1e6);
    return String.format(Locale.ROOT, "%s: %.1f%s MB, %.1f MB/s", file, bytes / 1e6, total, bytesPerSecond() / 1e6);
  }
}
