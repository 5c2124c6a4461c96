package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.ContentStream;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Lets nothing into a folder but the file that the catalogue describes. */
final class VerifiedFile {

    private VerifiedFile() {}

    /**
     * Copies a file as the cache keeps it, and moves it into place only if its length and digest are right.
     *
     * @param directory where the file is to lie
     * @param file what is expected
     * @param in its content, plain or compressed with gzip, or the compressed file if the catalogue knows that; read no
     *     further than the expected length and a buffer
     * @throws SourceException if the content is not the expected one
     * @throws IOException if it cannot be written, or whatever {@code in} throws
     */
    static void write(Path directory, CatalogFile file, InputStream in) throws IOException {
        AtomicFile.write(directory.resolve(file.storedName()), out -> {
            try {
                copy(file, file.isKeptCompressed() ? in : ContentStream.decompressed(in), out);
            } catch (EOFException | ZipException e) {
                throw new SourceException(format("%s came damaged (%s)", file.name(), FileProblem.describe(e)), e);
            }
        });
    }

    private static void copy(CatalogFile file, InputStream content, OutputStream out) throws IOException {
        var digest = Sha256.begin();
        var buffer = content.readNBytes(1 << 16);
        // A proxy or a login page answers with status 200 as well.
        var page =
                new String(buffer, StandardCharsets.ISO_8859_1).stripLeading().startsWith("<") ? "as a web page, " : "";
        var total = 0L;
        for (var count = buffer.length; count > 0; count = content.readNBytes(buffer, 0, buffer.length)) {
            total += count;
            if (total > file.mostBytes()) {
                throw new SourceException(
                        format("%s came %swith more than its %d bytes", file.name(), page, file.mostBytes()));
            }
            digest.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        if (total < file.bytes() && !file.isKeptCompressed()) {
            throw new SourceException(
                    format("%s came %swith %d bytes instead of %d", file.name(), page, total, file.bytes()));
        }
        var found = Sha256.hex(digest);
        if (!found.equals(file.sha256())) {
            throw new SourceException(format(
                    "%s came %swith other content: its SHA-256 is %s, not %s",
                    file.storedName(), page, found, file.sha256()));
        }
    }
}
