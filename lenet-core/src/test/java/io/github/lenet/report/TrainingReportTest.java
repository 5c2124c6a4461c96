package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.json.DamagedJson;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingReportTest {

    private static final TrainingReport REPORT = new TrainingReport(
            TrainingReport.SCHEMA_VERSION,
            "lenet5",
            44_426,
            "mnist",
            Samples.HYPERPARAMETERS,
            "a backend",
            Samples.EPOCHS,
            2,
            26.5);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("training.json");
        REPORT.write(file);
    }

    @Test
    void hasTheKeysOfTheContract() throws IOException {
        Map<?, ?> json = Json.read(file, Map.class);

        assertThat(json.keySet())
                .hasToString(
                        "[schemaVersion, architecture, parameters, dataset, hyperparameters, backend, epochs, keptEpoch,"
                                + " totalSeconds]");
        assertThat(json.get("hyperparameters"))
                .hasToString(
                        "{architecture=lenet5, epochs=2, batchSize=32, learningRate=0.001, schedule=constant, weightDecay=0.0,"
                                + " augmentation=none, validationFraction=0.1, earlyStoppingPatience=0, seed=42}");
        assertThat(((List<?>) json.get("epochs")).get(0))
                .hasToString(
                        "{epoch=1, learningRate=0.001, trainingLoss=0.2345, trainingAccuracy=0.9312, validationLoss=0.0789,"
                                + " validationAccuracy=0.9765, seconds=12.5, imagesPerSecond=4320.0}");
    }

    @Test
    void canBeReadBack() throws IOException {
        assertThat(TrainingReport.read(file)).isEqualTo(REPORT);
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        Files.writeString(file, Files.readString(file).replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"));

        assertThatThrownBy(() -> TrainingReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("training.json", "schemaVersion is 2, but this version of LeNet knows only 1");
    }

    @Test
    void everyDamageIsNoticedOrHarmless() throws Exception {
        for (var text : DamagedJson.of(Files.readString(file))) {
            Files.writeString(file, text);
            try {
                TrainingReport.read(file);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining(file.toString()).message().doesNotContain("\n");
            }
        }
    }

    @Test
    void refusesAFileThatStopsHalfWay() throws IOException {
        Files.writeString(file, Files.readString(file).substring(0, 100));

        assertThatThrownBy(() -> TrainingReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("training.json");
    }
}
