package io.github.lenet.store;

import java.io.IOException;

/** A connection was lost within a file: what came is good, and the rest may come another time. */
final class BrokenTransferException extends SourceException {

    private static final long serialVersionUID = 1L;

    BrokenTransferException(String message, IOException cause) {
        super(message, cause);
    }
}
