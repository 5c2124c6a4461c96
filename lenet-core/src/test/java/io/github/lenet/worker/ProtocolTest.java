package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.json.Json;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.model.Provenance.Git;
import io.github.lenet.recipe.EpochResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);

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
        assertThat(TrainingRequest.parse(line)).isEqualTo(request);
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
                .isThrownBy(() -> TrainingRequest.parse(line))
                .withMessageContaining("the training request")
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

        assertThatIOException().isThrownBy(() -> TrainingRequest.parse(line)).withMessageContaining(absurd + " ");
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
