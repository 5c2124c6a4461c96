package io.github.lenet.maven.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.worker.WorkerJob.Limits;
import io.github.lenet.worker.WorkerEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With limits of 10 s for the start, 20 s of silence and 30 s for everything, on a clock that the tests move. */
class PatienceTest {

    private static final WorkerEvent PROGRESS = new WorkerEvent.Progress(1, 32);
    private static final WorkerEvent WAITING = new WorkerEvent.Waiting("process 4711");

    private long now;
    private final Patience patience = new Patience(
            Jobs.job(
                    "succeed",
                    Path.of("target"),
                    new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30))),
            4711,
            () -> now);

    @Test
    void aWorkerThatNeverReportsIsGivenUp() {
        passes(10);
        fails(1, "JVM (process 4711) has not reported within 10 s");
    }

    @Test
    void aSilentWorkerIsGivenUp() {
        hears(PROGRESS);
        passes(20);
        fails(1, "(process 4711) has been silent for 20 s");
    }

    @Test
    void timeInWhichMavenItselfIsSuspendedDoesNotCount() {
        passes(5);
        passes(3600);
        hears(PROGRESS);
        passes(15);
        passes(3600);
        passes(5);
        fails(1, "has been silent for 20 s");
    }

    @Test
    void theLimitForEverythingIncludesWhatIsReported() {
        hears(PROGRESS);
        passes(15);
        hears(PROGRESS);
        passes(15);
        fails(1, "not ended within the 30 s of <forkedProcessTimeoutInSeconds>");
    }

    @Test
    void theWaitForAnotherProcessDoesNotCount() {
        for (var wait = 0; wait < 10; wait++) {
            hears(WAITING);
            passes(19);
        }
        hears(PROGRESS);
        passes(11);
        fails(1, "not ended within the 30 s");
    }

    @Test
    void aWorkerThatStopsToReportItsWaitIsGivenUp() {
        hears(WAITING);
        passes(20);
        fails(1, "has been silent for 20 s");
    }

    private void hears(WorkerEvent event) {
        patience.heard(event);
    }

    private void passes(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
        assertThatCode(patience::check).doesNotThrowAnyException();
    }

    private void fails(int seconds, String message) {
        now += Duration.ofSeconds(seconds).toNanos();
        assertThatThrownBy(patience::check).hasMessageContaining(message);
    }
}
