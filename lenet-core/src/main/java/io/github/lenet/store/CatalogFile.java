package io.github.lenet.store;

import io.github.lenet.dataset.ContentStream;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of a known data set. Where a digest of its content is known, it is kept decompressed, and any mirror or
 * packaging will do; where only the compressed file has a published digest, that file is kept as it is.
 *
 * @param name its name among the files of a data set, without {@code .gz}
 * @param sha256 SHA-256 of its decompressed content, or of the compressed file that {@code gzip} names; 64 lower-case
 *     hexadecimal digits
 * @param bytes length of its decompressed content, or of the archive of a data set that comes in one
 * @param gzip the published name of the compressed file, ending in {@code .gz}, if the digest is of that; or null
 */
public record CatalogFile(
        String name, String sha256, long bytes, @Nullable String gzip) {

    /** A gzip header, and content that cannot be compressed. */
    private static final int OVERHEAD_BYTES = 1 << 16;

    /**
     * Measures a file as the catalogue's digest was measured.
     *
     * @param file a file that may be this one
     * @return its SHA-256 in hexadecimal
     * @throws IOException if it cannot be read or decompressed
     */
    String measure(Path file) throws IOException {
        return isKeptCompressed() ? Sha256.hex(file) : ContentStream.sha256(file);
    }

    boolean isKeptCompressed() {
        return gzip != null;
    }

    /** The name of the file in the cache. */
    String storedName() {
        return gzip == null ? name : gzip;
    }

    /** The names of the file on a mirror, in the order in which to ask for them. */
    List<String> publishedNames() {
        return gzip == null ? List.of(name + ".gz", name) : List.of(gzip);
    }

    /** Bytes that the file has at most in whatever form somebody passes it on, compressed or not. */
    long mostPublishedBytes() {
        return bytes + OVERHEAD_BYTES;
    }

    /** Bytes that the kept file has at most. */
    long mostBytes() {
        return isKeptCompressed() ? mostPublishedBytes() : bytes;
    }
}
