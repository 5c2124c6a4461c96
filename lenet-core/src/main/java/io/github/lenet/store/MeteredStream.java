package io.github.lenet.store;

import io.github.lenet.io.BlockStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is received, and ends a transfer that brings more than it may. */
final class MeteredStream extends BlockStream {

    private final AtomicLong received;
    private final long limit;

    /**
     * Wraps the stream of a transfer.
     *
     * @param in what is received
     * @param received raised with every read, so that another thread can watch
     * @param limit bytes after which the transfer is an error
     */
    MeteredStream(InputStream in, AtomicLong received, long limit) {
        super(in);
        this.received = received;
        this.limit = limit;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = readOn(bytes, offset, length);
        if (count > 0 && received.addAndGet(count) > limit) {
            throw new SourceException("more than " + limit + " bytes came, which cannot be the data");
        }
        return count;
    }

    private int readOn(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            // A connection that was lost says no more than "closed".
            throw new BrokenTransferException("the content breaks off after " + received.get() + " bytes", e);
        }
    }
}
