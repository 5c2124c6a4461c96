package io.github.lenet.worker;

import org.jspecify.annotations.Nullable;

/** A reason to give up that the worker understands. */
final class WorkerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final WorkerExit exit;

    /**
     * Says how the worker is to end.
     *
     * @param exit the exit status
     * @param message what is wrong and what to do, for people
     * @param cause what was caught
     */
    WorkerFailure(WorkerExit exit, @Nullable String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /**
     * How the worker is to end.
     *
     * @return the exit status
     */
    WorkerExit exit() {
        return exit;
    }
}
