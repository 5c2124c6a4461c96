package io.github.lenet.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * Writes a file, and names it in every error: the JDK says "No space left on device" of an open file without a word
 * about which.
 */
public final class FileOutput extends FilterOutputStream {

    private final Path file;

    private FileOutput(Path file, OutputStream out) {
        super(out);
        this.file = file;
    }

    /**
     * Opens a file, as {@link Files#newOutputStream} does.
     *
     * @param file the file to write
     * @param options how to open it
     * @return a stream without a buffer
     * @throws IOException if it cannot be opened
     */
    public static OutputStream open(Path file, OpenOption... options) throws IOException {
        return to(file, Files.newOutputStream(file, options));
    }

    /**
     * Gives the errors of a stream the name of a file.
     *
     * @param file the file, as its reader knows it
     * @param out what writes to it
     * @return the stream that names it
     */
    public static OutputStream to(Path file, OutputStream out) {
        return new FileOutput(file, out);
    }

    /** The error with the name of a file, unless it has one. */
    static IOException named(Path file, IOException error) {
        if (error instanceof FileSystemException) {
            return error;
        }
        var named = new FileSystemException(file.toString(), null, error.getMessage());
        named.initCause(error);
        return named;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            throw named(file, e);
        }
    }
}
