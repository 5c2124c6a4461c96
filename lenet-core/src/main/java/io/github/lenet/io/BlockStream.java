package io.github.lenet.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose bytes all pass {@link #read(byte[], int, int)}, which a subclass overrides to watch them: single ones,
 * and skipped ones as well.
 */
@SuppressWarnings("InputStreamSlowMultibyteRead") // Every class of it overrides read(byte[], int, int).
public abstract class BlockStream extends FilterInputStream {

    private static final int SKIPPED_BYTES = 1 << 13;

    /**
     * Wraps a stream.
     *
     * @param in where the bytes come from
     */
    protected BlockStream(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public final long skip(long bytes) throws IOException {
        var count = read(new byte[(int) Math.max(0, Math.min(bytes, SKIPPED_BYTES))]);
        return Math.max(count, 0);
    }

    /** No byte is read twice. */
    @Override
    public final boolean markSupported() {
        return false;
    }
}
