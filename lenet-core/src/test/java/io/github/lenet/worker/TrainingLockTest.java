package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.LockFile;
import io.github.lenet.cache.ModelCache;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that need the same training. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TrainingLockTest {

    private static final int PROCESSES = 8;

    private static final Hyperparameters TWO_EPOCHS =
            SeedRecipe.of("lenet5").with("epochs", 2).build();

    /** Longer than any test waits. */
    private static final Hyperparameters ENDLESS =
            SeedRecipe.of("lenet5").with("epochs", 10_000).build();

    /** What the processes differ in, as {@code lenet:train} would set it. */
    private record Settings(Hyperparameters hyperparameters, boolean force, int cachedModels, int lockTimeout) {}

    @TempDir
    private Path folder;

    private Path cache;

    @BeforeEach
    void drawDigits() throws IOException {
        cache = folder.resolve("cache");
        SyntheticDigits.write(folder.resolve("data"), 300, 10, 1);
    }

    @Test
    void ofEightProcessesOnAnEmptyCacheOneTrainsAndAllHaveTheSameModel() throws Exception {
        var workers = new ArrayList<WorkerProcess>();
        var threads = Executors.newFixedThreadPool(PROCESSES);
        try {
            for (var number = 0; number < PROCESSES; number++) {
                workers.add(start("build-" + number, new Settings(TWO_EPOCHS, false, 3, 0)));
            }
            var histories = workers.stream()
                    .map(worker -> CompletableFuture.supplyAsync(() -> events(worker), threads))
                    .toList();

            var all = histories.stream().map(CompletableFuture::join).toList();
            assertThat(all.stream().filter(events -> any(events, WorkerEvent.Started.class)))
                    .as("trainings")
                    .hasSize(1);
            assertThat(all.stream().filter(events -> any(events, WorkerEvent.Finished.class)))
                    .hasSize(1);
            assertThat(all.stream().filter(events -> any(events, WorkerEvent.Restored.class)))
                    .hasSize(PROCESSES - 1);
            assertThat(all).noneMatch(events -> any(events, WorkerEvent.Warned.class));
            for (var worker : workers) {
                assertThat(worker.status()).isEqualTo(WorkerExit.OK.status());
            }
        } finally {
            threads.shutdownNow();
            for (var worker : workers) {
                worker.close();
            }
        }
        assertAllHaveTheModelOfTheCache();
    }

    private void assertAllHaveTheModelOfTheCache() throws IOException {
        var warnings = new ArrayList<String>();
        var restored = new TrainedFiles(folder.resolve("restored"));
        var isWhole = new ModelCache(new CacheDirectory(cache, false), 3, warnings::add)
                .restore(inputs(TWO_EPOCHS).sha256(), restored);
        assertThat(isWhole).isTrue();
        assertThat(warnings).isEmpty();
        assertThat(IntStream.range(0, PROCESSES).mapToObj(number -> folder.resolve("build-" + number)))
                .allSatisfy(build -> {
                    assertThat(build.resolve("model.zip")).hasSameBinaryContentAs(restored.model());
                    assertThat(build.resolve("training.json")).hasSameBinaryContentAs(restored.training());
                    assertThat(build.resolve("provenance.json")).hasSameBinaryContentAs(restored.provenance());
                    assertThat(build).isDirectoryNotContaining("glob:**/.*");
                });
    }

    @Test
    void whoWaitsGoesOnFromTheCheckpointOfAProcessThatIsKilled() throws Exception {
        try (var first = start("first", new Settings(ENDLESS, false, 3, 0))) {
            awaitEpoch(first);
            try (var second = start("second", new Settings(ENDLESS, false, 3, 0))) {
                assertThat(second.nextEvent())
                        .isEqualTo(new WorkerEvent.Waiting(
                                "process " + first.process().pid()));

                first.process().destroyForcibly();

                assertThat(nextButWaiting(second)).isInstanceOf(WorkerEvent.Started.class);
                assertThat(second.nextEvent()).isInstanceOf(WorkerEvent.Resumed.class);
            }
        }
    }

    @Test
    void theWaitHasALimitThatNamesTheOtherProcess() throws Exception {
        try (var first = start("first", new Settings(ENDLESS, false, 3, 0))) {
            awaitEpoch(first);
            try (var second = start("second", new Settings(ENDLESS, false, 3, 1))) {

                var failed = (WorkerEvent.Failed) nextButWaiting(second);

                assertThat(failed.message())
                        .startsWith("process %d still holds %s after 1 s: "
                                .formatted(first.process().pid(), lock(ENDLESS)))
                        .contains("<lockTimeout>", "-Dlenet.lockTimeout=4")
                        .doesNotContain("\n");
                assertThat(second.status()).isEqualTo(WorkerExit.LOCKED.status());
            }
            assertThat(folder.resolve("second")).isEmptyDirectory();
            assertThat(first.nextEvent()).as("the other goes on").isNotNull();
        }
    }

    @Test
    void forceWaitsAsWellAndThenTrainsFromTheStart() throws Exception {
        assertThat(afterAWait(new Settings(TWO_EPOCHS, true, 3, 0), true))
                .hasExactlyElementsOfTypes(
                        WorkerEvent.Started.class,
                        WorkerEvent.EpochFinished.class,
                        WorkerEvent.EpochFinished.class,
                        WorkerEvent.Finished.class);
    }

    @Test
    void withoutModelsInTheCacheEachTrainsInTurn() throws Exception {
        assertThat(afterAWait(new Settings(TWO_EPOCHS, false, 0, 0), true))
                .last()
                .isInstanceOf(WorkerEvent.Finished.class);
    }

    @Test
    void takesWhatThatOtherProcessHasTrained() throws Exception {
        assertThat(afterAWait(new Settings(TWO_EPOCHS, false, 3, 0), true))
                .hasExactlyElementsOfTypes(WorkerEvent.Restored.class);
    }

    @Test
    @SuppressWarnings("try") // The lock is held, not read.
    void trainsWhereTheOtherProcessHasLeftNothing() throws Exception {
        assertThat(afterAWait(new Settings(TWO_EPOCHS, false, 3, 0), false))
                .last()
                .isInstanceOf(WorkerEvent.Finished.class);
    }

    /** What a worker does that has waited while another process trained the same, or gave up. */
    @SuppressWarnings("try") // The lock is held, not read.
    private List<WorkerEvent> afterAWait(Settings settings, boolean isTrained) throws Exception {
        if (isTrained) {
            try (var other = start("other", new Settings(TWO_EPOCHS, false, 3, 0))) {
                assertThat(events(other)).last().isInstanceOf(WorkerEvent.Finished.class);
            }
        }
        WorkerProcess worker;
        Files.createDirectories(lock(TWO_EPOCHS).getParent());
        try (var lock = LockFile.acquire(lock(TWO_EPOCHS), Duration.ZERO, owner -> {})) {
            worker = start("waiting", settings);
            assertThat(worker.nextEvent())
                    .isEqualTo(new WorkerEvent.Waiting(
                            "process " + ProcessHandle.current().pid()));
        }
        try (worker) {
            var events = new ArrayList<WorkerEvent>();
            events.add(nextButWaiting(worker));
            events.addAll(worker.remainingEvents());
            events.removeIf(WorkerEvent.Progress.class::isInstance);
            assertThat(worker.status()).isEqualTo(WorkerExit.OK.status());
            return events;
        }
    }

    private static boolean any(List<WorkerEvent> events, Class<? extends WorkerEvent> type) {
        return events.stream().anyMatch(type::isInstance);
    }

    private static void awaitEpoch(WorkerProcess worker) throws IOException, InterruptedException {
        while (!(worker.nextEvent() instanceof WorkerEvent.EpochFinished)) {
            // Until then there may be no checkpoint.
        }
    }

    private static WorkerEvent nextButWaiting(WorkerProcess worker) throws IOException, InterruptedException {
        WorkerEvent event;
        do {
            event = worker.nextEvent();
        } while (event instanceof WorkerEvent.Waiting);
        return event;
    }

    private static List<WorkerEvent> events(WorkerProcess worker) {
        try {
            return worker.remainingEvents();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path lock(Hyperparameters hyperparameters) throws IOException {
        return cache.resolve("trainings")
                .resolve(inputs(hyperparameters).sha256())
                .resolve(".lock");
    }

    private TrainingInputs inputs(Hyperparameters hyperparameters) throws IOException {
        return InputsOfTests.of("my-digits", folder.resolve("data"), hyperparameters);
    }

    private WorkerProcess start(String name, Settings settings) throws IOException {
        var output = Files.createDirectory(folder.resolve(name));
        var request = new TrainingRequest(
                inputs(settings.hyperparameters()),
                folder.resolve("data"),
                null,
                1,
                new CacheDirectory(cache, false),
                0,
                settings.force(),
                settings.cachedModels(),
                settings.lockTimeout(),
                new Build(null, null),
                new TrainedFiles(output));
        return WorkerProcess.start(request, folder.resolve(name + ".log"));
    }
}
