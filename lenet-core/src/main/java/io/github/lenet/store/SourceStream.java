package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.BlockStream;
import io.github.lenet.io.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads from a source on this machine: a file that cannot be read is no trouble of the cache that it is copied into.
 */
final class SourceStream extends BlockStream {

    private final String name;

    /**
     * Wraps the content of a source.
     *
     * @param in the content
     * @param name what it is called in messages
     */
    SourceStream(InputStream in, String name) {
        super(in);
        this.name = name;
    }

    static SourceStream open(Path file) throws SourceException {
        try {
            return new SourceStream(Files.newInputStream(file), file.toString());
        } catch (IOException e) {
            throw new SourceException(FileProblem.describe(e), e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw new SourceException(format("%s cannot be read (%s)", name, FileProblem.describe(e)), e);
        }
    }
}
