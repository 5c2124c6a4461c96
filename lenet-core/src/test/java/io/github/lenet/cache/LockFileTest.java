package io.github.lenet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LockFileTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> owners = new ConcurrentLinkedQueue<>();
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve(".lock");
    }

    @Test
    @SuppressWarnings("try") // The lock is held, not read.
    void aSecondThreadWaitsUntilTheFirstHasDone() throws Exception {
        var waiting = new CountDownLatch(1);
        CompletableFuture<Void> second;
        try (var first = LockFile.acquire(file, Duration.ZERO, owners::add)) {
            second = CompletableFuture.runAsync(() -> acquireAndRelease(waiting));
            waiting.await();
            assertThat(second).isNotDone();
        }

        second.join();
        assertThat(owners).containsOnly("another thread of this process");
    }

    private void acquireAndRelease(CountDownLatch waiting) {
        try (var lock = LockFile.acquire(file, Duration.ZERO, owner -> {
            owners.add(owner);
            waiting.countDown();
        })) {
            assertThat(lock).isNotNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theWaitForAnotherProcessHasAnEndAndNamesIt() throws Exception {
        var holder = hold();
        try {
            assertThatThrownBy(() -> LockFile.acquire(file, SHORT, owners::add))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessage("process %d still holds %s".formatted(holder.pid(), file));
            assertThat(owners).containsOnly("process " + holder.pid());
            assertThat(LockFile.tryAcquire(file)).isEmpty();
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void theSystemReleasesWhatADeadProcessHeld() throws Exception {
        var holder = hold();
        holder.destroyForcibly().waitFor();

        LockFile.acquire(file, SHORT, owners::add).close();

        assertThat(owners).isEmpty();
        try (var lock = LockFile.tryAcquire(file).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void anOwnerWithoutAProperNameIsAnotherProcess() throws Exception {
        var holder = hold();
        try {
            for (var name : List.of("", "4711\n[ERROR] forged")) {
                Files.writeString(folder.resolve(".lock-owner"), name);
                assertThatThrownBy(() -> LockFile.acquire(file, SHORT, owners::add))
                        .hasMessageStartingWith("another process still");
            }
            Files.delete(folder.resolve(".lock-owner"));
            assertThatThrownBy(() -> LockFile.acquire(file, SHORT, owners::add))
                    .hasMessageStartingWith("another process still");
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    @SuppressWarnings("try") // The lock is held, not read.
    void aThreadThatGivesUpDoesNotReleaseTheLockOfAnother() throws Exception {
        try (var first = LockFile.acquire(file, Duration.ZERO, owners::add)) {
            assertThatThrownBy(() -> LockFile.acquire(file, SHORT, owners::add))
                    .isInstanceOf(LockTimeoutException.class);
            assertThat(LockFile.tryAcquire(file)).isEmpty();

            var other = start(TryOnce.class);
            assertThat((char) other.getInputStream().read()).isEqualTo('-');
            other.waitFor();
        }
    }

    /** Another process with the lock. */
    private Process hold() throws IOException {
        var holder = start(Holder.class);
        assertThat((char) holder.getInputStream().read()).isEqualTo('+');
        return holder;
    }

    private Process start(Class<?> main) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), main.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Takes the lock and keeps it until it is killed. */
    static final class Holder {

        private Holder() {}

        @SuppressWarnings("try") // The lock is held, not read.
        public static void main(String[] arguments) throws Exception {
            try (var lock = LockFile.acquire(Path.of(arguments[0]), Duration.ZERO, owner -> {})) {
                System.out.print('+');
                System.out.flush();
                Thread.sleep(Duration.ofMinutes(10).toMillis());
            }
        }
    }

    /** Says whether it got the lock. */
    static final class TryOnce {

        private TryOnce() {}

        public static void main(String[] arguments) throws Exception {
            System.out.print(LockFile.tryAcquire(Path.of(arguments[0])).isPresent() ? '+' : '-');
        }
    }

    /** Others may be able to write the folder. */
    @Test
    void noLinkIsFollowed() throws IOException {
        var precious = Files.writeString(folder.resolve("precious"), "mine");
        Files.createSymbolicLink(folder.resolve(".lock-owner"), precious);

        LockFile.acquire(file, Duration.ZERO, owners::add).close();

        assertThat(precious).hasContent("mine");
        Files.delete(file);
        Files.createSymbolicLink(file, precious);
        assertThatIOException()
                .isThrownBy(() -> LockFile.acquire(file, Duration.ZERO, owners::add))
                .withMessageContaining("it is a link or a pipe, and no file");
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noPipeIsWaitedFor() throws Exception {
        Pipes.make(folder.resolve(".lock-owner"));

        LockFile.acquire(file, Duration.ZERO, owners::add).close();

        Files.delete(file);
        Pipes.make(file);
        assertThatIOException()
                .isThrownBy(() -> LockFile.tryAcquire(file))
                .withMessageContaining("it is a link or a pipe, and no file");
    }
}
