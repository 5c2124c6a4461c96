package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs of these tests are shell scripts")
class ChildProcessTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    /** A shell that waits for a child of its own, whose number it leaves in a file. */
    private static ProcessBuilder sleeper(Path pid) {
        return new ProcessBuilder(
                "sh", "-c", "sleep 600 & echo $! > '" + pid + ".part'; mv '" + pid + ".part' '" + pid + "'; wait");
    }

    private static void assertEnded(Path pid) throws Exception {
        var child = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        // One that has ended stays in the list of processes, without a command, where nobody asks how it ended.
        while (child.isPresent()
                && child.get().isAlive()
                && child.get().info().command().isPresent()) {
            Thread.sleep(10);
        }
    }

    private static void waitFor(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            Thread.sleep(10);
        }
    }

    @Test
    void tellsHowItEndedAndWhatItPrinted() throws Exception {
        var result = ChildProcess.run(new ProcessBuilder("sh", "-c", "echo good; echo bad >&2; exit 3"), LONG);

        assertThat(result).hasValue(new ChildProcess.Result(3, "good\n", "bad\n"));
    }

    @Test
    void keepsTheBeginningOfAFlood() throws Exception {
        var result = ChildProcess.run(
                new ProcessBuilder("sh", "-c", "head -c 30000000 /dev/zero; head -c 30000000 /dev/zero >&2"), LONG);

        assertThat(result).hasValueSatisfying(ended -> {
            assertThat(ended.status()).isZero();
            assertThat(ended.output()).hasSize(1 << 20);
            assertThat(ended.errors()).hasSize(1 << 20);
        });
    }

    @Test
    void doesNotWaitForAChildThatHoldsThePipe() throws Exception {
        var result = ChildProcess.run(
                new ProcessBuilder("sh", "-c", "echo done; sleep 600 & echo $! > pid").directory(folder.toFile()),
                LONG);

        assertThat(result)
                .hasValueSatisfying(ended -> assertThat(ended.output()).isEqualTo("done\n"));
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                .ifPresent(ProcessHandle::destroy);
    }

    @Test
    void isEndedWithItsChildrenWhenItTakesTooLong() throws Exception {
        var pid = folder.resolve("pid");

        assertThat(ChildProcess.run(sleeper(pid), Duration.ofSeconds(2))).isEmpty();

        assertEnded(pid);
    }

    @Test
    void isEndedWithItsChildrenWhenItsCallerIsInterrupted() throws Exception {
        var pid = folder.resolve("pid");
        var caller = Thread.currentThread();
        var interruption = new Thread(() -> {
            try {
                waitFor(pid);
                caller.interrupt();
            } catch (InterruptedException e) {
                // The test is over.
            }
        });
        interruption.start();

        assertThatThrownBy(() -> ChildProcess.run(sleeper(pid), LONG)).isInstanceOf(InterruptedException.class);

        assertEnded(pid);
    }

    @Test
    void isEndedWithItsChildrenWhenItsParentIs() throws Exception {
        var pid = folder.resolve("pid");
        var parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        pid.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.txt").toFile())
                .start();
        try {
            waitFor(pid);

            parent.destroy();

            assertThat(parent.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertEnded(pid);
        } finally {
            parent.destroyForcibly();
        }
    }

    /** A JVM that waits for its child. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            ChildProcess.run(sleeper(Path.of(arguments[0])), LONG);
        }
    }

    @Test
    void aProgramThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> ChildProcess.run(
                        new ProcessBuilder(folder.resolve("nothing").toString()), LONG))
                .isInstanceOf(IOException.class);
    }
}
