package io.github.lenet.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A server that is there has no time now, and may have said when to ask again. */
final class BusyServerException extends SourceException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> requestedWait;

    /**
     * Takes what the server said.
     *
     * @param message what it answered
     * @param retryAfter its header {@code Retry-After}, a number of seconds or a date; empty if it gave none
     * @param now the time of its answer
     */
    BusyServerException(String message, String retryAfter, Instant now) {
        super(message);
        requestedWait = read(retryAfter.strip(), now);
    }

    /** How long the server asks to wait; empty if it does not say, or not so that it can be understood. */
    Optional<Duration> requestedWait() {
        return requestedWait;
    }

    private static Optional<Duration> read(String retryAfter, Instant now) {
        if (retryAfter.matches("\\d+")) {
            // A number of more digits is longer than anybody waits.
            return Optional.of(
                    Duration.ofSeconds(Long.parseLong(retryAfter.substring(0, Math.min(retryAfter.length(), 12)))));
        }
        try {
            var date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
