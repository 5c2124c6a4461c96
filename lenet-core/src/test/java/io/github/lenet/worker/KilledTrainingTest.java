package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.json.Json;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.report.TrainingReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at random moments, to the worker or to the process that started it, until the training is done. The moments
 * come from a seed that is printed; {@code -DkillSeed=...} repeats them.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 2, unit = TimeUnit.HOURS)
class KilledTrainingTest {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final long SEED = Long.getLong("killSeed", System.nanoTime());

    @TempDir
    private Path folder;

    private Path killed;
    private String architecture;
    private int epochs;

    @Test
    void endsWithTheBytesOfATrainingThatWasNeverKilled() throws Exception {
        endsWithTheBytesOfATrainingThatWasNeverKilled("lenet5", 300, 15, KILLS);
    }

    /** The checkpoints hold running statistics as well, of the latest epoch and of the best one. */
    @Test
    void soDoesANetworkWithBatchNormalisation() throws Exception {
        endsWithTheBytesOfATrainingThatWasNeverKilled("resnet8", 100, 5, KILLS / 2);
    }

    private void endsWithTheBytesOfATrainingThatWasNeverKilled(String name, int images, int count, int kills)
            throws Exception {
        SyntheticDigits.write(folder.resolve("data"), images, 10, 1);
        killed = folder.resolve("killed");
        architecture = name;
        epochs = count;
        System.out.println("random moments of killSeed=" + SEED);
        var expected = folder.resolve("expected");
        var milliseconds = runToTheEnd(expected);
        var random = new Random(SEED);
        for (var interruptions = 0; interruptions < kills; ) {
            try (var training = new Training(killed)) {
                training.awaitStart();
                Thread.sleep(random.nextLong(milliseconds));
                if (!training.kill(random.nextBoolean())) {
                    assertSameResults(expected);
                }
                // Without a checkpoint it had ended, and only its process was still there to be killed.
                interruptions += checkpoints(killed).isEmpty() ? 0 : 1;
            }
        }

        runToTheEnd(killed);

        assertSameResults(expected);
        System.out.println("%s: %d times killed, the same bytes, nothing left behind".formatted(name, kills));
    }

    private long runToTheEnd(Path output) throws Exception {
        try (var training = new Training(output)) {
            training.awaitStart();
            var begin = System.nanoTime();
            assertThat(training.awaitEnd()).isZero();
            return (System.nanoTime() - begin) / 1_000_000;
        }
    }

    private void assertSameResults(Path expected) throws IOException {
        var seed = "killSeed=%d".formatted(SEED);
        assertThat(killed.resolve("model.zip")).as(seed).hasSameBinaryContentAs(expected.resolve("model.zip"));
        assertThat(history(killed)).as(seed).isEqualTo(history(expected));
        assertThat(killed).as(seed).isDirectoryNotContaining("glob:**/.*");
        assertThat(checkpoints(killed)).as(seed).isEmpty();
    }

    private static List<Path> checkpoints(Path output) throws IOException {
        try (var files = Files.walk(cacheOf(output))) {
            return files.filter(file -> file.getFileName().toString().contains("checkpoint"))
                    .toList();
        }
    }

    private static Path cacheOf(Path output) {
        return output.resolveSibling("cache-of-" + output.getFileName());
    }

    /** What an epoch gave, without its times. */
    private static List<List<Object>> history(Path output) throws IOException {
        return TrainingReport.read(output.resolve("training.json")).epochs().stream()
                .map(KilledTrainingTest::withoutTimes)
                .toList();
    }

    private static List<Object> withoutTimes(EpochResult epoch) {
        return List.of(
                epoch.epoch(),
                epoch.learningRate(),
                epoch.trainingLoss(),
                epoch.trainingAccuracy(),
                epoch.validationLoss(),
                epoch.validationAccuracy());
    }

    /** A worker, and the process that started it. */
    private final class Training implements AutoCloseable {

        private final boolean isInterrupted;
        private final Process parent;
        private final BufferedReader output;
        private final ProcessHandle worker;

        Training(Path output) throws IOException {
            Files.createDirectories(cacheOf(output));
            isInterrupted = !checkpoints(output).isEmpty();
            parent = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StandInForMaven.class.getName(),
                            folder.toString(),
                            output.getFileName().toString(),
                            architecture,
                            Integer.toString(epochs))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            this.output = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
            worker = ProcessHandle.of(Long.parseLong(this.output.readLine())).orElseThrow();
        }

        /** Waits for the end of an epoch or of the training, which has to go on from the checkpoint that there is. */
        void awaitStart() throws IOException {
            var isResumed = false;
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                var event = Json.parse(line, WorkerEvent.class, "event");
                assertThat(event).isNotInstanceOfAny(WorkerEvent.Warned.class, WorkerEvent.Failed.class);
                isResumed |= event instanceof WorkerEvent.Resumed;
                if (event instanceof WorkerEvent.EpochFinished || event instanceof WorkerEvent.Finished) {
                    assertThat(isResumed).as("goes on, with killSeed=%d", SEED).isEqualTo(isInterrupted);
                    return;
                }
            }
            throw new AssertionError("the worker has ended before its first epoch");
        }

        /** Kills one of the two, waits for the other to end, and tells whether the training had been running. */
        boolean kill(boolean workerFirst) throws Exception {
            if (workerFirst) {
                worker.destroyForcibly();
            } else {
                // Not the method of Process, which closes the stream with the last events as well.
                parent.toHandle().destroyForcibly();
            }
            worker.onExit().get(2, TimeUnit.MINUTES);
            return awaitEnd() != 0;
        }

        int awaitEnd() throws Exception {
            // Whatever is still to come, so that no full pipe stops the process.
            output.lines().forEach(line -> {});
            return parent.waitFor();
        }

        @Override
        public void close() {
            worker.destroyForcibly();
            parent.destroyForcibly();
        }
    }

    /** Starts a worker, prints its process id and then its events, and ends with its status. */
    static final class StandInForMaven {

        private StandInForMaven() {}

        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var output = folder.resolve(arguments[1]);
            Files.createDirectories(output);
            var request = new TrainingRequest(
                    InputsOfTests.of(
                            "my-digits", folder.resolve("data"), recipe(arguments[2], Integer.parseInt(arguments[3]))),
                    folder.resolve("data"),
                    null,
                    2,
                    new CacheDirectory(cacheOf(output), false),
                    1,
                    false,
                    0,
                    0,
                    new Build(null, null),
                    new TrainedFiles(output));
            try (var worker = WorkerProcess.start(request, folder.resolve(arguments[1] + ".log"))) {
                System.out.println(worker.process().pid());
                for (var event = worker.nextEvent(); event != null; event = worker.nextEvent()) {
                    System.out.println(Json.line(event));
                }
                System.exit(worker.status());
            }
        }

        private static Hyperparameters recipe(String architecture, int epochs) {
            return SeedRecipe.of(architecture)
                    .with("epochs", epochs)
                    .with("augmentation", "affine")
                    .with("validationFraction", 0.1)
                    .with("earlyStoppingPatience", epochs - 1)
                    .with("weightDecay", 0.05)
                    .with("warmup", epochs)
                    .build();
        }
    }
}
