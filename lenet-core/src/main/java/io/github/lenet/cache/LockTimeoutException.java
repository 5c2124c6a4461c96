package io.github.lenet.cache;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody else has held a lock for longer than the caller wants to wait. */
public final class LockTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String owner;

    /**
     * Names both sides.
     *
     * @param file the lock
     * @param owner who holds it, such as {@code process 4711}
     */
    LockTimeoutException(Path file, String owner) {
        super(owner + " still holds " + file);
        this.owner = owner;
    }

    /**
     * Who holds the lock, as far as that is known.
     *
     * @return such as {@code process 4711}
     */
    public String owner() {
        return owner;
    }
}
