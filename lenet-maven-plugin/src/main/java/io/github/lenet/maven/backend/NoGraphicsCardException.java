package io.github.lenet.maven.backend;

/** There is no graphics card to train on. The message begins in lower case, says why, and ends with what to do. */
final class NoGraphicsCardException extends Exception {

    private static final long serialVersionUID = 1L;

    NoGraphicsCardException(String message) {
        super(message);
    }
}
