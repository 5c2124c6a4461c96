package io.github.lenet.maven.worker;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.RecordingLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.aether.DefaultSessionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a worker when Maven ends, is interrupted, or runs another one. */
@Timeout(value = 5, unit = MINUTES)
class WorkerEndTest {

    @TempDir
    Path results;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWithTheMavenThatStartedItAndLeavesNothingHalfWritten() throws Exception {
        var maven = new ProcessBuilder(
                        JavaExecutable.ofThisJvm().file().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Maven.class.getName(),
                        results.toString())
                .redirectErrorStream(true)
                .redirectOutput(results.resolve("maven.txt").toFile())
                .start();
        var worker = awaitWorker();

        // SIGTERM, as Ctrl-C and a build server send it: the shutdown hooks run.
        maven.destroy();

        assertThat(maven.waitFor(1, MINUTES)).isTrue();
        worker.onExit().get(1, MINUTES);
        assertThat(results).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void endsWhenMavenIsInterrupted() throws Exception {
        var failure = new AtomicReference<Exception>();
        var stillInterrupted = new AtomicBoolean();
        var build = new Thread(() -> {
            try {
                Jobs.launcher(new RecordingLog().log()).run(Jobs.job("hang", results), event -> {});
            } catch (MojoExecutionException e) {
                failure.set(e);
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        build.start();
        var worker = awaitWorker();

        build.interrupt();

        build.join();
        worker.onExit().get(1, MINUTES);
        assertThat(failure.get()).hasMessageContaining("was interrupted");
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void waitsForAnotherOneOfTheSameBuild() throws Exception {
        var log = new RecordingLog();
        var data = new DefaultSessionData();
        var queue = new WorkerQueue(data, log.log());
        var turn = new CountDownLatch(1);
        queue.enter();
        var second = new Thread(() -> {
            try {
                new WorkerQueue(data, log.log()).enter();
                turn.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        second.start();
        while (log.lines("info").isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(log.lines("info"))
                .containsExactly("Waiting for another training of this build to end; each uses every core");
        assertThat(turn.getCount()).isOne();
        queue.leave();
        assertThat(turn.await(1, MINUTES)).isTrue();
    }

    private ProcessHandle awaitWorker() throws IOException, InterruptedException {
        var file = results.resolve("pid");
        while (!Files.exists(file) || Files.readString(file).isEmpty()) {
            Thread.sleep(50);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(file))).orElseThrow();
    }

    /** Stands for the JVM of Maven. */
    static final class Maven {

        private Maven() {}

        public static void main(String[] arguments) throws Exception {
            Jobs.launcher(new SystemStreamLog()).run(Jobs.job("hang", new File(arguments[0]).toPath()), event -> {});
        }
    }
}
