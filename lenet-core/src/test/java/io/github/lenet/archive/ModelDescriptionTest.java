package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.json.Json;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDescriptionTest {

    private final ModelDescription description = StockNetworks.description("lenet5");

    @Test
    void hasThisJson() {
        assertThat(json()).isEqualTo("""
            {
              "schemaVersion": 1,
              "architecture": "lenet5",
              "parameters": 44426,
              "height": 28,
              "width": 28,
              "fingerprint": "6d74f6d3ed50add524384d861994ebbb2d5564945da025ac527be11f0a3a0626",
              "inputs": {
                "algorithmVersion": 1,
                "arithmetic": "kernels",
                "code": null,
                "dataset": {
                  "name": "mnist",
                  "classNames": [ "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" ],
                  "sha256": {
                    "train-images-idx3-ubyte": "aa",
                    "train-labels-idx1-ubyte": "bb"
                  }
                },
                "hyperparameters": {
                  "architecture": "lenet5",
                  "epochs": 2,
                  "batchSize": 32,
                  "learningRate": 0.001,
                  "schedule": "constant",
                  "weightDecay": 0.0,
                  "augmentation": "none",
                  "validationFraction": 0.1,
                  "earlyStoppingPatience": 0,
                  "seed": 42
                }
              },
              "epochs": [ {
                "epoch": 1,
                "learningRate": 0.001,
                "trainingLoss": 0.25,
                "trainingAccuracy": 0.92,
                "validationLoss": 0.125,
                "validationAccuracy": 0.96
              }, {
                "epoch": 2,
                "learningRate": 0.001,
                "trainingLoss": 0.0625,
                "trainingAccuracy": 0.98,
                "validationLoss": 2.0E23,
                "validationAccuracy": 0.97
              } ],
              "software": {
                "lenet": "1.2.3",
                "deeplearning4j": "1.0.0-M2.1"
              }
            }
            """);
    }

    @Test
    void isReadFromItsJson() throws Exception {
        assertThat(Json.parse(json(), ModelDescription.class, "lenet.json")).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schemaVersion\": 1 | \"schemaVersion\": 0 | schemaVersion is 0",
                "\"parameters\": 44426 | \"parameters\": 61706 | parameters is 61706, but lenet5 has 44426 for images of 28 x 28 pixels in 10 classes",
                "\"height\": 28 | \"height\": 32 | parameters is 44426, but lenet5 has 52106 for images of 32 x 28",
                "\"width\": 28 | \"width\": 15 | images of 28 x 15 pixels do not fit lenet5, which takes 16 x 16 to 256 x 256",
                "\"width\": 28 | \"width\": 2000000000 | images of 28 x 2000000000 pixels do not fit",
                "\"width\": 28 | \"width\": -28 | width must be at least 1, not -28",
                "\"8\", \"9\" | \"8\" | parameters is 44426, but lenet5 has 44341 for images of 28 x 28 pixels in 9 classes",
                "\"8\", \"9\" | \"8\", \"8\" | classNames has a name twice",
                "\"schemaVersion\": 1, | \"schemaVersion\": 1, \"extra\": 2, | \"extra\"",
                "\"batchSize\": 32 | \"batchSize\": 0 | batchSize is 0",
                "\"parameters\": 44426, | '' | \"parameters\" is missing",
                "\"lenet\": \"1.2.3\" | \"lenet\": null | \"software.lenet\" is null",
                "\"epoch\": 2 | \"epoch\": 3 | epoch 3 stands in place 2",
                "\"trainingLoss\": 0.25 | \"trainingLoss\": \"NaN\" | trainingLoss of an epoch is NaN",
                "\"trainingAccuracy\": 0.92 | \"trainingAccuracy\": 92 | trainingAccuracy of an epoch is 92.0",
                "\"validationLoss\": 0.125 | \"validationLoss\": -1 | validationLoss of an epoch is -1.0",
                "\"name\": \"mnist\" | \"name\": null | \"inputs.dataset.name\" is null",
                "\"seed\": 42 | \"seed\": 43 | the fingerprint is 6d74f6d3ed50",
            })
    void refusesPartsThatDoNotBelongTogether(String text, String replacement, String problem) {
        var json = json();
        assertThat(json).contains(text);

        assertThatThrownBy(() -> Json.parse(json.replace(text, replacement), ModelDescription.class, "lenet.json"))
                .hasMessageStartingWith("lenet.json")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"inputs", "epochs", "software"})
    void refusesAMissingPart(String part) throws Exception {
        Map<?, ?> tree = Json.parse(json(), Map.class, "lenet.json");
        tree.remove(part);

        assertThatThrownBy(() -> Json.parse(Json.line(tree), ModelDescription.class, "lenet.json"))
                .hasMessageContaining("\"" + part + "\" is missing");
    }

    @Test
    void refusesHyperparametersOfAnotherArchitecture() {
        var classic = StockNetworks.description("lenet5-1998");

        assertThatThrownBy(() -> new ModelDescription(
                        1,
                        "lenet5",
                        44_426,
                        28,
                        28,
                        null,
                        classic.fingerprint(),
                        classic.inputs(),
                        List.of(),
                        classic.software()))
                .hasMessage("the hyperparameters are for lenet5-1998, but the architecture is lenet5");
    }

    @Test
    void tellsChannelsOnlyOfColour() throws Exception {
        var inputs = TrainingInputs.of(
                "kernels", new TrainingData("signs", List.of("go", "stop"), Map.of()), description.hyperparameters());
        var colour = ModelDescription.of(Architecture.LENET5.adaptedTo(new Shape(3, 32, 28), 2), inputs, List.of());

        assertThat(Json.line(colour)).contains("\"width\":28,\"channels\":3,");
        assertThat(Json.parse(Json.line(colour), ModelDescription.class, "lenet.json"))
                .isEqualTo(colour);
        assertThat(colour.image()).isEqualTo(new Shape(3, 32, 28));
        assertThat(colour.adaptedArchitecture().image()).isEqualTo(new Shape(3, 32, 28));
        assertThat(description.image()).isEqualTo(new Shape(1, 28, 28));
        assertThatThrownBy(() -> Json.parse(
                        Json.line(colour).replace("\"channels\":3", "\"channels\":2"),
                        ModelDescription.class,
                        "lenet.json"))
                .hasMessageContaining("images of 2 channels do not fit lenet5");
    }

    private String json() {
        return new String(Json.bytes(description), StandardCharsets.UTF_8);
    }

    /** An archive of before, whose fingerprint is that of the names as they were. */
    @Test
    void givesItsClassNamesComposed() throws Exception {
        var inputs = TrainingInputs.of(
                "kernels",
                new TrainingData("signs", List.of("gru\u0308n", "rot"), Map.of()),
                description.hyperparameters());
        var old = ModelDescription.of(Architecture.LENET5.adaptedTo(new Shape(1, 28, 28), 2), inputs, List.of());

        var read = Json.parse(Json.line(old), ModelDescription.class, "lenet.json");

        assertThat(read).isEqualTo(old);
        assertThat(read.classNames()).containsExactly("gr\u00fcn", "rot");
        var next = new TrainingData("signs", read.classNames(), Map.of());
        assertThat(read.inputs().differences(TrainingInputs.of("kernels", next, read.hyperparameters())))
                .isEmpty();
    }
}
