package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Retries retries = new Retries(Deadline.after(Duration.ofMinutes(5)));

    @ParameterizedTest
    @CsvSource({
        "30, 30",
        "' 7 ', 7",
        "0, 1",
        "'Sun, 29 Nov 2026 12:00:45 GMT', 45",
        "'Sun, 29 Nov 2026 11:00:00 GMT', 1",
        "-5, 1",
        "soon, 1",
        "'', 1"
    })
    void waitsAsLongAsTheServerAsks(String retryAfter, long seconds) throws SourceException {
        assertThat(retries.waitFor(busy(retryAfter))).hasSeconds(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "999999999999999999999999", "Mon, 30 Nov 2026 12:00:00 GMT"})
    void doesNotWaitLongerThanTheSourceMayTake(String retryAfter) {
        assertThatThrownBy(() -> retries.waitFor(busy(retryAfter)))
                .isInstanceOf(SourceException.class)
                .hasMessageMatching("HTTP status 503, and \\d+ s to wait would be more than is left of 300 s");
    }

    @Test
    void waitsTwiceAsLongEachTimeForAServerThatDoesNotSay() throws SourceException {
        for (var seconds : new int[] {1, 2, 4, 8}) {
            assertThat(retries.waitFor(busy(""))).hasSeconds(seconds);
        }
        assertThatThrownBy(() -> retries.waitFor(busy(""))).hasMessage("HTTP status 503, 5 times");
    }

    private static BusyServerException busy(String retryAfter) {
        return new BusyServerException("HTTP status 503", retryAfter, NOW);
    }
}
