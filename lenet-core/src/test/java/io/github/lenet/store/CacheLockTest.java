package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheLockTest {

  @TempDir private Path folder;

  private final RecordedMessages messages = new RecordedMessages();

  @Test
  void aSecondBuildWaitsAndSaysSo() throws Exception {
    var waiting = new CountDownLatch(1);
    CompletableFuture<Void> second;
    try (var first = CacheLock.acquire(folder, Duration.ofMinutes(1), messages)) {
      second = CompletableFuture.runAsync(() -> acquireAndRelease(waiting));
      waiting.await();
      assertThat(second).isNotDone();
    }

    second.join();
    assertThat(messages.lines).isEmpty();
  }

  private void acquireAndRelease(CountDownLatch waiting) {
    var listener =
        new DownloadListener() {
          @Override
          public void message(String line) {
            assertThat(line).startsWith("Waiting for another build that fetches the same data");
            waiting.countDown();
          }

          @Override
          public void progress(DownloadProgress progress) {
            throw new AssertionError("nothing is transferred");
          }
        };
    try (var lock = CacheLock.acquire(folder, Duration.ofMinutes(1), listener)) {
      assertThat(lock).isNotNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theWaitHasAnEnd() throws IOException {
    try (var first = CacheLock.acquire(folder, Duration.ofMinutes(1), messages)) {
      assertThatThrownBy(() -> CacheLock.acquire(folder, Duration.ofMillis(300), messages))
          .isInstanceOf(DatasetUnavailableException.class)
          .hasMessage(
              "another build has held %s for more than 300 ms; end it, or use another cache: -Dlenet.cacheDirectory=..."
                  .formatted(folder.resolve(".lock")));
    }
    assertThat(messages.lines).hasSize(1);
  }

  @Test
  void theLockOfAnotherProcessCounts() throws Exception {
    var classPath = System.getProperty("java.class.path");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var holder =
        new ProcessBuilder(java, "-cp", classPath, Holder.class.getName(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('L');

      assertThatThrownBy(() -> CacheLock.acquire(folder, Duration.ofMillis(300), messages))
          .isInstanceOf(DatasetUnavailableException.class);
    } finally {
      holder.destroyForcibly().waitFor();
    }
    // The system has released what the dead process held.
    CacheLock.acquire(folder, Duration.ofMinutes(1), messages).close();
  }

  /** Another build: takes the lock and keeps it until it is killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (var lock = CacheLock.acquire(Path.of(arguments[0]), Duration.ofMinutes(1), new RecordedMessages())) {
        System.out.print("L");
        System.out.flush();
        Thread.sleep(Duration.ofMinutes(10).toMillis());
      }
    }
  }
}
