package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.json.Json;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.model.Provenance.Git;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.search.Advice;
import io.github.lenet.search.Finalist;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Pruning;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private static final TrialResult TRIAL = new TrialResult(
            3, Map.of("augmentation", "none"), 1, 4, 42, 0.25, 0.9, 1.5, TrialResult.State.STOPPED, null);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource
    void anEventIsOneLineThatGivesItAgain(WorkerEvent event) throws IOException {
        var line = Json.line(event);

        assertThat(line).doesNotContain("\n").contains("\"event\":");
        assertThat(Json.parse(line, WorkerEvent.class, "event")).isEqualTo(event);
    }

    static Stream<WorkerEvent> anEventIsOneLineThatGivesItAgain() {
        return Stream.of(
                new WorkerEvent.Started("Deeplearning4j on CPU", "lenet5", 54_000, 6_000, 44_426),
                new WorkerEvent.Preparing(5_000_000_000L),
                new WorkerEvent.Waiting("process 4711"),
                new WorkerEvent.Restored(DIGEST),
                new WorkerEvent.Warned("no checkpoints: the disk is full"),
                new WorkerEvent.Resumed(
                        List.of(new EpochResult(1, 0.001, 0.3, 0.9, null, null, 60.5, 991.7)),
                        9600,
                        "2026-11-24T21:14:03Z"),
                new WorkerEvent.Progress(3, 1024),
                new WorkerEvent.EpochFinished(new EpochResult(1, 0.001, 0.3, 0.9, null, null, 60.5, 991.7)),
                new WorkerEvent.EpochFinished(new EpochResult(2, 0.001, 0.1, 0.97, 0.09, 0.98, 60.5, 991.7)),
                new WorkerEvent.Finished(DIGEST, 7, 121.5),
                new WorkerEvent.TrialEnded(TRIAL),
                new WorkerEvent.Confirming(8),
                new WorkerEvent.ClusterJoined("Spark 3.5.9 at yarn", "http://host:4040"),
                new WorkerEvent.ClusterJoined("Spark 3.5.9 at local[2]", null),
                new WorkerEvent.ClusterProgress(2, 1),
                new WorkerEvent.Searched(new Tuning(
                        Tuning.SCHEMA_VERSION,
                        Map.of("batchSize", "16, 32"),
                        42,
                        Objective.LOSS,
                        List.of(TRIAL),
                        new Finalist(TRIAL.values(), 3, new Finalist.Spread(0.2, 0.1, 0.3), 0.9),
                        new Finalist(TRIAL.values(), 0, null, null),
                        Advice.CHANGE,
                        Map.of("batchSize", 1.0),
                        List.of(),
                        null)),
                new WorkerEvent.Inferred(10_000),
                new WorkerEvent.Failed("the label is 10,\nbut \"labels\" go from 0 to 9"));
    }

    @Test
    void aRequestIsReadAsItWasWritten() throws IOException {
        var request = new TrainingRequest(
                InputsOfTests.of(SeedRecipe.of("lenet5")
                        .with("validationFraction", 0.1)
                        .with("earlyStoppingPatience", 3)
                        .with("weightDecay", 0.01)
                        .with("warmup", 200)
                        .with("seed", -42)
                        .build()),
                folder.resolve("a folder with spaces and \u00fcml\u00e4uts"),
                folder.resolve("before.zip"),
                2,
                new CacheDirectory(folder.resolve("cache"), false),
                60,
                true,
                100,
                1800,
                new Build("3.9.16", new Git("53c9c0c", true)),
                new TrainedFiles(folder));

        var line = request.line();

        assertThat(line).doesNotContain("\n");
        assertThat(WorkerRequest.parse(line)).isEqualTo(request);
    }

    private SearchRequest search(int lockTimeout) {
        return new SearchRequest(
                InputsOfTests.of(SeedRecipe.of("lenet5").build()),
                Map.of("epochs", "3"),
                Map.of("learningRate", "0.001..0.01 log"),
                new SearchOptions(40, Objective.LOSS, Pruning.HALVING, 3),
                folder,
                null,
                2,
                3,
                1200,
                new CacheDirectory(folder.resolve("cache"), true),
                60,
                lockTimeout);
    }

    @Test
    void soIsThatOfASearch() throws IOException {
        var request = search(1800);

        assertThat(WorkerRequest.parse(request.line())).isEqualTo(request);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(-1))
                .withMessage(
                        "2 trials at a time on 3 threads, 1200 s for all, a checkpoint after 60 s and a wait of -1 s are no search");
    }

    @Test
    void soIsThatOfAnInference() throws IOException {
        var request = inference(3);

        assertThat(WorkerRequest.parse(request.line())).isEqualTo(request);
        assertThatIllegalArgumentException().isThrownBy(() -> inference(0)).withMessage("0 classes are none");
    }

    private InferenceRequest inference(int classes) {
        return new InferenceRequest(
                folder.resolve("model.onnx"),
                DIGEST,
                OnnxInput.of("nhwc", "0.4914,0.4822,0.4465", "0.25"),
                folder.resolve("images.idx"),
                classes,
                folder.resolve("outputs.idx"));
    }

    @Test
    void aRequestWithAnAbsurdValueIsNone() throws IOException {
        var request = new TrainingRequest(
                InputsOfTests.of(SeedRecipe.of("lenet5").with("epochs", 10).build()),
                folder,
                null,
                2,
                new CacheDirectory(folder, false),
                0,
                false,
                0,
                0,
                new Build(null, null),
                new TrainedFiles(folder));
        var line = request.line().replace("\"epochs\":10", "\"epochs\":0");

        assertThatIOException()
                .isThrownBy(() -> WorkerRequest.parse(line))
                .withMessageContaining("the request")
                .withMessageContaining("epochs is 0, but must be a whole number from 1");
    }

    @ParameterizedTest
    @CsvSource({"threads, 2, 0", "checkpointInterval, 60, -1", "cachedModels, 100, -1", "lockTimeout, 1800, -1"})
    void aRequestWithANumberThatNoGoalTakesIsNone(String key, int given, int absurd) {
        var request = new TrainingRequest(
                InputsOfTests.of(SeedRecipe.of("lenet5").build()),
                folder,
                null,
                2,
                new CacheDirectory(folder, false),
                60,
                false,
                100,
                1800,
                new Build(null, null),
                new TrainedFiles(folder));
        var line = request.line().replace("\"%s\":%d".formatted(key, given), "\"%s\":%d".formatted(key, absurd));

        assertThatIOException().isThrownBy(() -> WorkerRequest.parse(line)).withMessageContaining(absurd + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"warned\",\"message\":null}",
                "{\"event\":\"waiting\"}",
                "{\"event\":\"epochFinished\",\"result\":null}",
                "{\"event\":\"resumed\",\"epochs\":[null],\"images\":0,\"checkpoint\":\"2026-11-24T21:14:03Z\"}",
                "{\"event\":\"resumed\",\"epochs\":[],\"images\":0,\"checkpoint\":\"yesterday\"}",
                "{\"event\":\"resumed\",\"epochs\":[],\"images\":-1,\"checkpoint\":\"2026-11-24T21:14:03Z\"}",
                "{\"event\":\"preparing\",\"bytes\":-1}",
                "{\"event\":\"started\",\"backend\":\"\",\"network\":\"\",\"trainingImages\":0,\"validationImages\":0,\"parameters\":1}",
                "{\"event\":\"started\",\"backend\":\"\",\"network\":\"\",\"trainingImages\":1,\"validationImages\":-1,\"parameters\":1}",
                "{\"event\":\"progress\",\"epoch\":0,\"images\":0}",
                "{\"event\":\"progress\",\"epoch\":1,\"images\":-1}",
                "{\"event\":\"trialEnded\",\"trial\":null}",
                "{\"event\":\"confirming\",\"trainings\":0}",
                "{\"event\":\"searched\",\"tuning\":null}",
                "{\"event\":\"clusterJoined\",\"page\":\"http://host:4040\"}",
                "{\"event\":\"clusterProgress\",\"executors\":-1,\"trainings\":0}",
                "{\"event\":\"clusterProgress\",\"executors\":0,\"trainings\":-1}",
                "{\"event\":\"restored\",\"sha256\":\"ab01\"}",
                "{\"event\":\"finished\",\"sha256\":null,\"keptEpoch\":1,\"seconds\":1.5}",
                "{\"event\":\"finished\",\"sha256\":\"DIGEST\",\"keptEpoch\":0,\"seconds\":1.5}",
                "{\"event\":\"finished\",\"sha256\":\"DIGEST\",\"keptEpoch\":1,\"seconds\":-1}",
                "{\"event\":\"finished\",\"sha256\":\"DIGEST\",\"keptEpoch\":1,\"seconds\":\"NaN\"}"
            })
    void anEventThatItsReaderCouldNotUseIsNone(String line) {
        assertThatIOException()
                .isThrownBy(() -> Json.parse(line.replace("DIGEST", DIGEST), WorkerEvent.class, "an event"))
                .withMessageStartingWith("an event is not the expected JSON");
    }
}
