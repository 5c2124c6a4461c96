package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.FileProblem;
import java.io.IOException;
import java.nio.file.Path;

/** A data set cannot be obtained; the message says where it was looked for, why it was not there, and what to do. */
public final class DatasetUnavailableException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Takes a finished message.
     *
     * @param message what is wrong and what to do, for people; may have several lines
     */
    public DatasetUnavailableException(String message) {
        super(message);
    }

    DatasetUnavailableException(String message, IOException cause) {
        super(message, cause);
    }

    /** For an error that comes from a folder of the cache, and from nothing that is read to fill it. */
    static DatasetUnavailableException notWritable(Path cache, IOException cause) {
        return new DatasetUnavailableException(
                format(
                        "the cache folder %s cannot be written: %s. Choose another with -Dlenet.cacheDirectory=...",
                        cache, FileProblem.describe(cause)),
                cause);
    }
}
