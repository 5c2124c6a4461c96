package io.github.lenet.benchmark;

/** A contender cannot run on this machine; the message says why, for the table. */
final class UnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message the reason
     */
    UnavailableException(String message) {
        super(message);
    }
}
