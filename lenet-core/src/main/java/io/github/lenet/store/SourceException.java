package io.github.lenet.store;

import java.io.IOException;

/**
 * A source does not give what is wanted, or cannot be read; another one may. Whatever reads a source throws this and
 * nothing else, so that every other error is one of writing to the cache, where no other source would help.
 */
sealed class SourceException extends IOException permits BrokenTransferException, BusyServerException {

    private static final long serialVersionUID = 1L;

    SourceException(String message) {
        super(message);
    }

    SourceException(String message, Exception cause) {
        super(message, cause);
    }
}
