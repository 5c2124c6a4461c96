package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.FileTree;
import io.github.lenet.json.Json;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.search.Advice;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Pruning;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.TrialResult.State;
import io.github.lenet.search.Tuning;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches in a process of their own, as {@code lenet:tune} starts it. */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class SearchWorkerTest {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final long SEED = Long.getLong("killSeed", System.nanoTime());

    private static final Map<String, String> SPACE =
            Map.of("learningRate", "0.0005..0.01 log", "batchSize", "16..48 step 8", "augmentation", "none, shift");

    private static final Map<String, String> PRESENT = Map.of("epochs", "3", "validationFraction", "0.4");

    @TempDir
    private Path folder;

    private Path data;
    private TrainingInputs inputs;

    /** Without the test set: the folder that the worker is given has no other images than those to train on. */
    @BeforeEach
    void drawDigits() throws IOException {
        data = folder.resolve("data");
        SyntheticDigits.write(data, 300, 10, 1);
        inputs = InputsOfTests.of("my-digits", data, Hyperparameters.of(PRESENT));
        Files.delete(data.resolve(Split.TEST.imagesFile()));
        Files.delete(data.resolve(Split.TEST.labelsFile()));
    }

    @Test
    void theTableIsTheSameWithOneAndWithTwoTrialsAtATime() throws Exception {
        var one = search(request("one", 6, 1));
        var two = search(request("two", 6, 2));

        assertThat(withoutSeconds(two)).isEqualTo(withoutSeconds(one));
        assertThat(one.trials()).hasSize(6).extracting(TrialResult::state).contains(State.COMPLETED, State.STOPPED);
        assertThat(one.finalists()).hasSize(2);
        assertThat(request("one", 6, 1).line()).doesNotContain("t10k");
    }

    @Test
    void theTableIsTheSameOnACluster() throws Exception {
        var here = search(request("here", 6, 2));

        try (var worker = startOnCluster(request("cluster", 6, 4), "")) {
            var events = worker.remainingEvents();
            assertThat(worker.status()).isEqualTo(WorkerExit.OK.status());
            var there = ((WorkerEvent.Searched) events.get(events.size() - 1)).tuning();
            assertThat(withoutSeconds(there)).isEqualTo(withoutSeconds(here));
            assertThat(logFile()).content().contains("the cluster is closed");
            assertThat(events).contains(new WorkerEvent.ClusterJoined("this process", null));
            assertThat(search(request("cluster", 6, 1))).as("from the cache").isEqualTo(there);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lost; trial 4 for 1 epoch with seed 42 could not be run on the cluster: the machine was lost three times. What the",
                "{}; could not be run on the cluster: its result is not the expected JSON at line 1",
                "{\"loss\":1,\"accuracy\":7,\"seconds\":1}; are no measurement",
                "away; nobody is there"
            })
    void aTrialThatAClusterCannotRunIsNoResult(String fault, String message) throws Exception {
        var request = request("cache", 6, 4);

        try (var worker = startOnCluster(request, fault)) {
            var events = worker.remainingEvents();
            assertThat(worker.status()).isEqualTo(WorkerExit.FAILED.status());
            assertThat(((WorkerEvent.Failed) events.get(events.size() - 1)).message())
                    .contains(message);
            var ended = events.stream()
                    .filter(WorkerEvent.TrialEnded.class::isInstance)
                    .map(event -> ((WorkerEvent.TrialEnded) event).trial())
                    .toList();
            assertThat(search(request).trials())
                    .allMatch(trial -> trial.state() != State.FAILED)
                    .containsAll(ended);
        }
    }

    /** To the second: nothing was trained again. */
    @Test
    void aSearchWithMoreTrialsGoesOnFromTheCache() throws Exception {
        var few = search(request("cache", 4, 2));
        var again = search(request("cache", 4, 2));
        var more = search(request("cache", 7, 2));

        assertThat(again).isEqualTo(few);
        assertThat(more.trials()).hasSize(7).startsWith(few.trials().toArray(TrialResult[]::new));
        assertThat(folder.resolve("cache").resolve("trials"))
                .isDirectoryNotContaining("glob:**/.*")
                .isDirectoryContaining("glob:**.json");
    }

    @Test
    void anotherSearchSharesTheTrainingsThatBothNeed() throws Exception {
        var first = search(request("cache", 5, 2));
        var other = search(new SearchRequest(
                inputs,
                PRESENT,
                Map.of("weightDecay", "0..0.1"),
                new SearchOptions(2, Objective.ACCURACY, Pruning.HALVING, 1),
                data,
                null,
                1,
                2,
                0,
                cache("cache"),
                0,
                0));

        // To the second: the present values were trained with two fresh seeds once.
        assertThat(other.current())
                .usingRecursiveComparison()
                .ignoringFields("values")
                .isEqualTo(first.current());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSearchThatIsKilledGivesTheSameTable() throws Exception {
        System.out.println("random moments of killSeed=" + SEED);
        var expected = withoutSeconds(search(request("expected", 8, 2)));
        var random = new Random(SEED);
        var request = request("killed", 8, 2);
        for (var kills = 0; kills < KILLS; ) {
            try (var worker = start(request)) {
                // Some die in their first training, and some when a batch has ended.
                for (var events = random.nextInt(6);
                        events > 0 && worker.process().isAlive();
                        events--) {
                    if (worker.nextEvent() instanceof WorkerEvent.Warned warning) {
                        throw new AssertionError("killSeed=%d: %s".formatted(SEED, warning));
                    }
                }
                Thread.sleep(random.nextInt(200));
                if (worker.process().isAlive()) {
                    kills++;
                    worker.process().destroyForcibly().waitFor();
                    continue;
                }
            }
            assertThat(withoutSeconds(search(request))).as("killSeed=%d", SEED).isEqualTo(expected);
            FileTree.delete(folder.resolve("killed"));
        }

        assertThat(withoutSeconds(search(request))).as("killSeed=%d", SEED).isEqualTo(expected);
        System.out.println("a search: %d times killed, the same table, nothing left behind".formatted(KILLS));
        assertThat(folder.resolve("killed")).satisfies(cache -> {
            try (var files = Files.walk(cache)) {
                assertThat(files)
                        .noneMatch(file -> file.getFileName().toString().contains("checkpoint"));
            }
        });
    }

    @Test
    void whatIsDamagedInTheCacheIsTrainedAgain() throws Exception {
        var before = search(request("cache", 2, 1));
        try (var results = Files.newDirectoryStream(folder.resolve("cache/trials"))) {
            for (var result : results) {
                Files.writeString(result, Files.readString(result).replaceFirst("loss\\\\\":\\d", "loss\\\\\":9"));
            }
        }

        var after = search(request("cache", 2, 1));

        assertThat(withoutSeconds(after)).isEqualTo(withoutSeconds(before));
        assertThat(after).isNotEqualTo(before);
    }

    /** Both go on from numbers that are finite, but too large to compute with. */
    @Test
    void aTrialThatDivergesHasFailedAndIsNotTriedAgain() throws Exception {
        var present = Map.of("architecture", "resnet8", "epochs", "1", "batchSize", "20");
        var hyperparameters = Hyperparameters.of(present);
        var trained = new Trainer(1).train(new Training(hyperparameters, SyntheticDigits.train(20, 1), null));
        var parameters = trained.state().network().parameters();
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] *= 1e36f;
        }
        var initialModel = folder.resolve("initial.zip");
        TrainedArchive.of(trained, InputsOfTests.of(hyperparameters)).write(initialModel);
        var request = new SearchRequest(
                TrainingInputs.of(
                        inputs.arithmetic(), inputs.dataset(), hyperparameters, InitialModel.sha256(initialModel)),
                present,
                Map.of("learningRate", "0.001, 0.003"),
                new SearchOptions(2, Objective.LOSS, Pruning.NONE, 1),
                data,
                initialModel,
                2,
                2,
                0,
                cache("cache"),
                0,
                0);

        var tuning = search(request);

        assertThat(tuning.trials())
                .hasSize(2)
                .allMatch(trial -> trial.state() == State.FAILED
                        && String.valueOf(trial.failure()).contains("the training diverged with learningRate 0.00"));
        assertThat(tuning.advice()).isEqualTo(Advice.KEEP);
        assertThat(search(request)).isEqualTo(tuning);
    }

    @Test
    void theTimeBudgetEndsTheSearchAfterABatch() throws Exception {
        var whole = search(request("cache", 4, 2));
        var limited = new SearchRequest(
                inputs,
                PRESENT,
                SPACE,
                new SearchOptions(10_000, Objective.LOSS, Pruning.HALVING, 1),
                data,
                null,
                2,
                2,
                1,
                cache("other"),
                0,
                0);

        var trials = search(limited).trials();

        assertThat(trials.size()).isLessThan(10_000);
        assertThat(trials.size() % 4).isZero();
        assertThat(trials.subList(0, 4))
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(whole.trials().subList(0, 4));
    }

    @Test
    void aCacheThatCannotBeWrittenEndsTheSearch() throws Exception {
        Files.createDirectories(folder.resolve("cache"));
        Files.writeString(folder.resolve("cache/trials"), "a file where a folder should be");

        assertFails(
                request("cache", 5, 2),
                WorkerExit.CANNOT_WRITE,
                "what a trial gave cannot be kept in <cacheDirectory>: ",
                folder.resolve("cache/trials").toString(),
                "The search goes on where it was at the next call");
    }

    @Test
    void tooLittleMemoryIsNoResult() throws Exception {
        SyntheticDigits.write(data, 6_000, 10, 1);
        var wide = new SearchRequest(
                InputsOfTests.of("my-digits", data, Hyperparameters.of(PRESENT)),
                Map.of("batchSize", "5000"),
                Map.of("learningRate", "0.001, 0.002"),
                new SearchOptions(2, Objective.LOSS, Pruning.NONE, 1),
                data,
                null,
                1,
                2,
                0,
                cache("cache"),
                0,
                0);

        try (var worker = WorkerProcess.start(wide.line(), logFile(), List.of(), "-Xmx20m")) {
            assertThat(worker.remainingEvents()).noneMatch(WorkerEvent.TrialEnded.class::isInstance);
            assertThat(worker.status()).isEqualTo(WorkerExit.OUT_OF_MEMORY.status());
        }
        assertThat(folder.resolve("cache/trials")).doesNotExist();
    }

    @Test
    void filesThatHaveChangedAreNotSearchedOn() throws Exception {
        var request = request("cache", 5, 2);
        SyntheticDigits.write(data, 600, 10, 2);

        assertFails(request, WorkerExit.BAD_DATA, "have changed since this build looked at them; run it again");
    }

    @Test
    void fewImagesToMeasureOnAreWarnedOf() throws Exception {
        SyntheticDigits.write(data, 50, 10, 1);
        inputs = InputsOfTests.of("my-digits", data, Hyperparameters.of(PRESENT));

        try (var worker = start(request("cache", 2, 1))) {
            assertThat(worker.nextEvent())
                    .isEqualTo(new WorkerEvent.Warned(
                            "only 20 of 50 training images are held out, and one is 5.0 % of the accuracy: what a search finds"
                                    + " on so few is mostly chance. Hold more out with <validationFraction>, for example"
                                    + " -Dlenet.validationFraction=0.4, or search on more images"));
        }
    }

    @Test
    void imagesThatCannotBeHeldOutAreAnError() throws Exception {
        SyntheticDigits.write(data, 10, 10, 1);
        inputs = InputsOfTests.of("my-digits", data, Hyperparameters.of(PRESENT));

        assertFails(
                request("cache", 5, 2),
                WorkerExit.BAD_DATA,
                "holds none of 10 images out, so that a search has nothing to measure on");
    }

    private void assertFails(SearchRequest request, WorkerExit exit, String... message) throws Exception {
        try (var worker = start(request)) {
            var events = worker.remainingEvents();
            assertThat(worker.status()).isEqualTo(exit.status());
            assertThat(events).last().isInstanceOf(WorkerEvent.Failed.class);
            assertThat(((WorkerEvent.Failed) events.get(events.size() - 1)).message())
                    .contains(message)
                    .doesNotContain("\tat ");
        }
    }

    private Tuning search(SearchRequest request) throws Exception {
        try (var worker = start(request)) {
            var events = worker.remainingEvents();
            assertThat(worker.status()).isEqualTo(WorkerExit.OK.status());
            return ((WorkerEvent.Searched) events.get(events.size() - 1)).tuning();
        }
    }

    private static String withoutSeconds(Tuning tuning) {
        return Json.line(tuning).replaceAll("\"seconds\":[^,]+", "");
    }

    private SearchRequest request(String cache, int trials, int parallelTrials) {
        return new SearchRequest(
                inputs,
                PRESENT,
                SPACE,
                new SearchOptions(trials, Objective.LOSS, Pruning.HALVING, 1),
                data,
                null,
                parallelTrials,
                2,
                0,
                cache(cache),
                1,
                0);
    }

    private CacheDirectory cache(String name) {
        return new CacheDirectory(folder.resolve(name), false);
    }

    private WorkerProcess start(SearchRequest request) throws IOException {
        return WorkerProcess.start(request, logFile());
    }

    private WorkerProcess startOnCluster(SearchRequest request, String fault) throws IOException {
        return WorkerProcess.start(ScriptedCluster.class, request.line(), logFile(), List.of(), "-Dcluster=" + fault);
    }

    private Path logFile() {
        return folder.resolve("worker.log");
    }
}
