package io.github.lenet.gate;

import java.util.Objects;

/** A metric has no value. The message goes on after its name: {@code is undefined: there is no image of class 7}. */
final class UnmeasurableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnmeasurableException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "always given");
    }

    /** For a share of nothing. */
    static UnmeasurableException undefined(String reason) {
        return new UnmeasurableException("is undefined: " + reason);
    }

    /** For what these answers cannot tell. */
    static UnmeasurableException unknown(String reason) {
        return new UnmeasurableException("is unknown: " + reason);
    }
}
