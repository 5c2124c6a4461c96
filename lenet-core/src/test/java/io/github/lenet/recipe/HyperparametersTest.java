package io.github.lenet.recipe;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.json.Json;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperparametersTest {

    private static final Map<String, String> WRITTEN = Map.ofEntries(
            entry("architecture", "lenet5-1998"),
            entry("epochs", "3"),
            entry("batchSize", " 64"),
            entry("learningRate", "2e-3"),
            entry("schedule", "step"),
            entry("weightDecay", "0.01"),
            entry("augmentation", "elastic"),
            entry("validationFraction", ".2"),
            entry("earlyStoppingPatience", "4"),
            entry("seed", "-7"),
            entry("warmup", "150"));

    private static final String LINE =
            "{\"architecture\":\"lenet5-1998\",\"epochs\":3,\"batchSize\":64,\"learningRate\":0.002,\"schedule\":\"step\","
                    + "\"weightDecay\":0.01,\"augmentation\":\"elastic\",\"validationFraction\":0.2,"
                    + "\"earlyStoppingPatience\":4,\"seed\":-7,\"warmup\":150}";

    @Test
    void everyValueIsReadAsItIsWritten() {
        var read = Hyperparameters.of(WRITTEN);

        assertThat(read.architecture()).isEqualTo("lenet5-1998");
        assertThat(read.epochs()).isEqualTo(3);
        assertThat(read.batchSize()).isEqualTo(64);
        assertThat(read.learningRate()).isEqualTo(0.002);
        assertThat(read.schedule()).isEqualTo("step");
        assertThat(read.weightDecay()).isEqualTo(0.01);
        assertThat(read.augmentation()).isEqualTo("elastic");
        assertThat(read.validationFraction()).isEqualTo(0.2);
        assertThat(read.earlyStoppingPatience()).isEqualTo(4);
        assertThat(read.seed()).isEqualTo(-7);
        assertThat(read.warmup()).isEqualTo(150);
    }

    /** The keys and their order are part of every fingerprint. */
    @Test
    void everyValueStandsInAFile() throws IOException {
        assertThat(Json.line(Hyperparameters.of(WRITTEN))).isEqualTo(LINE);
        assertThat(Json.parse(LINE, Hyperparameters.class, "json")).isEqualTo(Hyperparameters.of(WRITTEN));
        assertThat(Hyperparameters.names()).containsExactlyInAnyOrderElementsOf(WRITTEN.keySet());
    }

    @Test
    void aFileIsReadStrictly() {
        assertUnreadable("\"epochs\":3,", "", "epochs is missing");
        assertUnreadable(
                "\"epochs\":3", "\"epochs\":null", "epochs is null, but must be a whole number from 1 to 10000");
        assertUnreadable("\"epochs\":3", "\"epochs\":\"3\"", "epochs is 3, but must be a whole number from 1 to 10000");
        assertUnreadable("\"epochs\":3", "\"epochs\":3.0", "epochs is 3.0, but must be a whole number");
        assertUnreadable("\"epochs\":3", "\"epochs\":0", "epochs is 0, but must be a whole number");
        assertUnreadable("\"epochs\":3", "\"epochs\":4294967299", "epochs is 4294967299, but must be a whole number");
        assertUnreadable("0.002", "\"NaN\"", "learningRate is NaN, but must be a number such as 0.01 or 1e-3, greater");
        assertUnreadable("\"step\"", "5", "schedule is 5, but must be a text");
        assertUnreadable("epochs", "epoch", "the hyperparameter epoch is unknown, perhaps you mean epochs; known are");
    }

    private static void assertUnreadable(String part, String replacement, String message) {
        var line = LINE.replace(part, replacement);
        assertThatThrownBy(() -> Json.parse(line, Hyperparameters.class, "json"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("json is not the expected JSON at line 1, column ")
                .hasMessageContaining(message);
    }

    @Test
    void aWholeNumberIsANumberInAFile() throws IOException {
        var read = Json.parse(LINE.replace("0.002", "1"), Hyperparameters.class, "json");

        assertThat(read.learningRate()).isEqualTo(1.0);
        assertThat(Json.line(read)).contains("\"learningRate\":1.0");
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        var nothing = new HashMap<String, String>();
        nothing.put("learningRate", null);

        assertThat(Json.line(Hyperparameters.of(nothing)))
                .isEqualTo(
                        "{\"architecture\":\"lenet5\",\"epochs\":10,\"batchSize\":32,\"learningRate\":0.002,\"schedule\":\"cosine\","
                                + "\"weightDecay\":0.0,\"augmentation\":\"shift\",\"validationFraction\":0.0,"
                                + "\"earlyStoppingPatience\":0,\"seed\":42}");
    }

    @Test
    void theStepSizeAndTheAugmentationGoWithTheSchedule() {
        var constant = Hyperparameters.of(Map.of("schedule", "constant"));
        var own = Hyperparameters.of(Map.of("learningRate", 0.5, "augmentation", "none"));

        assertThat(constant.learningRate()).isEqualTo(0.001);
        assertThat(constant.augmentation()).isEqualTo("none");
        assertThat(own.schedule()).isEqualTo("cosine");
        assertThat(own.learningRate()).isEqualTo(0.5);
        assertThat(own.augmentation()).isEqualTo("none");
    }

    @Test
    void theEndsOfARangeBelongToIt() {
        assertAccepted(Map.of("epochs", 1, "batchSize", 1, "learningRate", Double.MIN_VALUE));
        assertAccepted(Map.of("epochs", 10_000, "batchSize", 65_536, "learningRate", 1, "weightDecay", 1));
        assertAccepted(Map.of("validationFraction", 0.499, "earlyStoppingPatience", 10_000));
        assertAccepted(Map.of("seed", Long.MIN_VALUE));
    }

    @Test
    void withoutAWarmUpNothingIsWritten() throws IOException {
        var before = LINE.replace(",\"warmup\":150", "");
        var read = Json.parse(before, Hyperparameters.class, "json");

        assertThat(read.warmup()).isZero();
        assertThat(Json.line(read)).isEqualTo(before);
    }

    private static void assertAccepted(Map<String, ?> values) {
        assertThatCode(() -> Hyperparameters.of(values)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            architecture          | vgg     | is unknown, perhaps you mean vgg6; known are lenet5, lenet5-1998, vgg6, resnet8, resnet14
            epochs                | 0       | must be a whole number from 1 to 10000
            epochs                | 10001   | must be a whole number from 1 to 10000
            epochs                | ten     | must be a whole number from 1 to 10000
            epochs                | 1.5     | must be a whole number from 1 to 10000
            epochs                | ''      | must be a whole number from 1 to 10000
            batchSize             | 0       | must be a whole number from 1 to 65536
            batchSize             | 65537   | must be a whole number from 1 to 65536
            batchSize             | 9999999999999999999 | must be a whole number from 1 to 65536
            learningRate          | 0.0     | must be greater than 0 and at most 1
            learningRate          | 0       | must be greater than 0 and at most 1
            learningRate          | 1.01    | must be greater than 0 and at most 1
            learningRate          | NaN     | must be greater than 0 and at most 1
            learningRate          | 0,1     | must be a number such as 0.01 or 1e-3, greater than 0 and at most 1
            learningRate          | fast    | must be a number such as 0.01 or 1e-3, greater than 0 and at most 1
            learningRate          | ''      | must be a number such as 0.01 or 1e-3, greater than 0 and at most 1
            schedule              | cosin   | is unknown, perhaps you mean cosine; known are constant, step, cosine
            weightDecay           | -0.1    | must be from 0 to 1
            weightDecay           | NaN     | must be from 0 to 1
            weightDecay           | 5%      | must be a number such as 0.01 or 1e-3, from 0 to 1
            augmentation          | mirror  | is unknown; known are none, shift, affine, elastic, flip, shift-flip, crop-flip
            validationFraction    | 0.5     | must be at least 0 and below 0.5
            validationFraction    | NaN     | must be at least 0 and below 0.5
            validationFraction    | 1/6     | must be a number such as 0.01 or 1e-3, at least 0 and below 0.5
            earlyStoppingPatience | -1      | must be a whole number from 0 to 10000
            warmup                | -1      | must be a whole number from 0 to 1000000
            warmup                | 1000001 | must be a whole number from 0 to 1000000
            seed                  | many    | must be a whole number from -9223372036854775808 to 9223372036854775807
            """)
    void aValueThatCannotBeMeantIsNamedWithWhatWouldBe(String name, String value, String reason) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Hyperparameters.of(Map.of(name, value)))
                .satisfies(refused -> {
                    assertThat(refused.parameter()).isEqualTo(name);
                    assertThat(refused.value()).isEqualTo(value);
                    assertThat(refused.reason()).isEqualTo(reason);
                });
    }

    @Test
    void whoRefusesAValueKnowsTheDefaultThatGoesWithTheOthers() {
        assertDefault(Map.of("learningRate", "fast"), "0.002");
        assertDefault(Map.of("learningRate", "fast", "schedule", "step"), "0.001");
        assertDefault(Map.of("weightDecay", "2"), "0");
        assertDefault(Map.of("architecture", "vgg", "epochs", "0"), "lenet5");
    }

    @Test
    void theDefaultsGoWithTheArchitecture() {
        assertThat(Json.line(Hyperparameters.of(Map.of("architecture", "resnet8"))))
                .isEqualTo(
                        "{\"architecture\":\"resnet8\",\"epochs\":10,\"batchSize\":64,\"learningRate\":0.003,\"schedule\":\"cosine\","
                                + "\"weightDecay\":0.05,\"augmentation\":\"shift\",\"validationFraction\":0.0,"
                                + "\"earlyStoppingPatience\":0,\"seed\":42,\"warmup\":200}");
        assertThat(Hyperparameters.of(Map.of("architecture", "resnet8", "warmup", "0"))
                        .warmup())
                .isZero();
        assertDefault(Map.of("architecture", "vgg6", "epochs", "3", "batchSize", "0"), "64");
    }

    @Test
    void batchNormalizationNeedsFourImages() {
        assertAccepted(Map.of("architecture", "lenet5", "batchSize", 1));
        assertAccepted(Map.of("architecture", "vgg6", "batchSize", 4));
        for (var architecture : List.of("vgg6", "resnet8", "resnet14")) {
            var written = Map.of("architecture", architecture, "batchSize", 3);
            assertDefault(written, "64");
            assertThatExceptionOfType(InvalidParameterException.class)
                    .isThrownBy(() -> Hyperparameters.of(written))
                    .withMessage(
                            "batchSize is 3, but must be at least 4 with <architecture>" + architecture
                                    + "</architecture>, whose batch normalisation takes means and variances over the images of a mini-batch");
        }
    }

    private static void assertDefault(Map<String, ?> written, String expected) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Hyperparameters.of(written))
                .satisfies(refused -> assertThat(refused.defaultValue()).hasValue(expected));
    }

    @Test
    void earlyStoppingNeedsImagesToValidateOn() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Hyperparameters.of(Map.of("earlyStoppingPatience", 3)))
                .withMessageContaining(
                        "earlyStoppingPatience is 3, but needs images to validate on: hold some out, for example with"
                                + " <lenet.validationFraction>0.1</lenet.validationFraction>");
    }

    @Test
    void aNameThatNoneHasIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameters.of(Map.of("epoch", 3)))
                .withMessageStartingWith(
                        "the hyperparameter epoch is unknown, perhaps you mean epochs; known are arch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameters.of(Map.of()).value("restarts"))
                .withMessageStartingWith("the hyperparameter restarts is unknown; known are architecture, epochs, ");
    }
}
