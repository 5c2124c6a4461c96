package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.time.Duration;

/**
 * How far a transfer is.
 *
 * @param file name of the file that is transferred
 * @param bytes bytes received so far, as they came: compressed, if the file is
 * @param resumedBytes those of them that an earlier transfer had brought; 0 where there was none
 * @param totalBytes bytes to receive, or -1 if the server does not say
 * @param elapsed time since the transfer began
 */
public record DownloadProgress(String file, long bytes, long resumedBytes, long totalBytes, Duration elapsed) {

    /**
     * The average speed.
     *
     * @return bytes a second, 0 at the very beginning
     */
    public double bytesPerSecond() {
        return elapsed.isZero() ? 0 : (bytes - resumedBytes) * 1e9 / elapsed.toNanos();
    }

    /**
     * The progress in words.
     *
     * @return for example {@code train-images-idx3-ubyte: 4.2 of 9.9 MB, 1.3 MB/s}, with {@code (resumed at 2.1 MB)} at
     *     its end if there was an earlier transfer
     */
    public String text() {
        var total = totalBytes < 0 ? "" : format(" of %.1f", totalBytes / 1e6);
        var resumed = resumedBytes == 0 ? "" : format(" (resumed at %.1f MB)", resumedBytes / 1e6);
        return format("%s: %.1f%s MB, %.1f MB/s%s", file, bytes / 1e6, total, bytesPerSecond() / 1e6, resumed);
    }
}
