package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchedTransferTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final WatchedTransfer transfer = new WatchedTransfer("images.gz");

    private void run(WatchedTransfer.Work work, DownloadListener listener) throws IOException {
        transfer.run(work, Deadline.after(LONG), LONG, listener);
    }

    @Test
    void tellsHowFarItIsOnTheThreadOfTheCaller() throws IOException {
        var heard = new CountDownLatch(1);
        var caller = new AtomicReference<Thread>();
        var text = new AtomicReference<String>();
        var listener = new DownloadListener() {
            @Override
            public void message(String line) {
                throw new AssertionError("nothing to say");
            }

            @Override
            public void progress(DownloadProgress progress) {
                caller.set(Thread.currentThread());
                text.set(progress.text());
                heard.countDown();
            }
        };

        run(
                () -> {
                    transfer.expect(2_000_000);
                    transfer.received().set(1_000_000);
                    heard.await();
                },
                listener);

        assertThat(caller.get()).isSameAs(Thread.currentThread());
        assertThat(text.get()).startsWith("images.gz: 1.0 of 2.0 MB, ");
    }

    @Test
    void anInterruptedBuildEndsTheTransferAndStaysInterrupted() {
        var ended = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> run(() -> waitForTheEnd(ended), new RecordedMessages()))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("the build was interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).satisfies(latch -> latch.await());
    }

    private static void waitForTheEnd(CountDownLatch ended) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } finally {
            ended.countDown();
        }
    }

    @Test
    void aFaultInTheTransferIsAnErrorNotAHang() {
        assertThatThrownBy(() -> run(
                        () -> {
                            throw new IllegalStateException("a fault");
                        },
                        new RecordedMessages()))
                .isInstanceOf(IOException.class)
                .hasMessage("java.lang.IllegalStateException: a fault");
    }
}
