package io.github.lenet.worker;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a worker process ended. The numbers keep clear of 1 (a JVM that could not start) and of 128 and more (signals).
 */
public enum WorkerExit {
    /** Everything was written. */
    OK(0),
    /** The request is missing or is no request. */
    BAD_REQUEST(10),
    /** The data set cannot be read or does not fit the network. */
    BAD_DATA(11),
    /** The heap or the native memory is too small. */
    OUT_OF_MEMORY(12),
    /** A result could not be written. */
    CANNOT_WRITE(13),
    /** The training failed in another way, for example because the loss is not a number. */
    FAILED(14),
    /** The parent is gone. */
    ORPHANED(15),
    /** Another process has trained the same model for longer than this one may wait. */
    LOCKED(16);

    private final int status;

    WorkerExit(int status) {
        this.status = status;
    }

    /**
     * The exit status of the process.
     *
     * @return the number that the operating system reports
     */
    public int status() {
        return status;
    }

    /**
     * Finds the constant of an exit status.
     *
     * @param status the number that the operating system reported
     * @return the constant, or empty if the worker did not choose that status itself: the JVM or the system ended it
     */
    public static Optional<WorkerExit> of(int status) {
        return Arrays.stream(values()).filter(exit -> exit.status == status).findFirst();
    }
}
