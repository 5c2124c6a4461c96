package io.github.lenet.archive;

import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A model archive as it was read: its content, and the identity of its bytes.
 *
 * @param model what the archive holds, checked
 * @param sha256 SHA-256 of the archive, in hexadecimal
 * @param size bytes of the archive
 */
public record ArchiveFile(ModelArchive model, String sha256, int size) {

    /**
     * Reads an archive and checks all of it. No class is loaded and no object deserialised on the word of the file.
     *
     * @param file the archive
     * @return its content and identity
     * @throws ModelFormatException if the file is not a model that this version can use; the message says why and what
     *     to do
     * @throws IOException if the file is missing or cannot be read
     */
    public static ArchiveFile read(Path file) throws IOException {
        return of(ArchiveReader.bytes(file), file.toString());
    }

    /**
     * Reads an archive from a stream, to its end, and checks all of it.
     *
     * @param in the archive; it stays open
     * @param name what the stream is, for the message of an error
     * @return its content and identity
     * @throws ModelFormatException if the stream holds no model that this version can use
     * @throws IOException if the stream cannot be read
     */
    public static ArchiveFile read(InputStream in, String name) throws IOException {
        return of(ArchiveReader.bytes(in, name), name);
    }

    private static ArchiveFile of(byte[] bytes, String name) throws ModelFormatException {
        return new ArchiveFile(ArchiveReader.read(bytes, name), Sha256.hex(bytes), bytes.length);
    }
}
