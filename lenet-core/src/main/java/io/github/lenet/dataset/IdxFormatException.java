package io.github.lenet.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not the IDX file it should be. */
public final class IdxFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long offset;

    /**
     * Says where and what, and what to do.
     *
     * @param file the file
     * @param offset the byte at which it goes wrong, in the decompressed content, from 0
     * @param what what is wrong there, and what to do
     */
    public IdxFormatException(Path file, long offset, String what) {
        super(file + ", byte " + offset + ": " + what);
        this.file = file;
        this.offset = offset;
    }

    /**
     * The file.
     *
     * @return its path as it was given
     */
    public Path file() {
        return file;
    }

    /**
     * Where it goes wrong.
     *
     * @return the offset in the decompressed content, from 0
     */
    public long offset() {
        return offset;
    }
}
