package io.github.lenet.store;

import io.github.lenet.io.BlockStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Gives out what was allowed, until a deadline: what reads an archive takes as much memory as a header in it asks for,
 * and as long as it unpacks to something.
 */
final class RationedStream extends BlockStream {

    private final Deadline deadline;
    private long left;

    /**
     * Wraps an unpacked archive, of which nothing may be read yet.
     *
     * @param in its content
     * @param deadline when to give it up
     */
    RationedStream(InputStream in, Deadline deadline) {
        super(in);
        this.deadline = deadline;
    }

    /** Allows so many bytes from here on, whatever was left. */
    void allow(long bytes) {
        left = bytes;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (deadline.isPast()) {
            throw new SourceException("the package was not unpacked within " + deadline.text());
        }
        var count = super.read(bytes, offset, length);
        left -= Math.max(count, 0);
        if (left < 0) {
            throw new SourceException("the package has a header that is longer than any of a file");
        }
        return count;
    }
}
