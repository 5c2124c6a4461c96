package io.github.lenet.gate;

/** A metric that is a share of nothing. */
final class UndefinedMetricException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndefinedMetricException(String reason) {
        super(reason);
    }
}
