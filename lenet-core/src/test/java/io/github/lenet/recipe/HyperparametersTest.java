package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lenet.json.Json;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HyperparametersTest {

    @Test
    void theBuilderTakesEveryValue() throws Exception {
        var json = """
        {"architecture": "lenet5-1998", "epochs": 3, "batchSize": 64, "learningRate": 0.002, "schedule": "step",
         "weightDecay": 0.01, "augmentation": "elastic", "validationFraction": 0.2, "earlyStoppingPatience": 4,
         "seed": -7}
        """;

        var built = Hyperparameters.builder()
                .architecture("lenet5-1998")
                .epochs(3)
                .batchSize(64)
                .learningRate(0.002)
                .schedule("step")
                .weightDecay(0.01)
                .augmentation("elastic")
                .validationFraction(0.2)
                .earlyStoppingPatience(4)
                .seed(-7)
                .build();

        assertThat(built).isEqualTo(Json.parse(json, Hyperparameters.class, "json"));
        assertThat(Json.parse(Json.line(built), Map.class, "json")).isEqualTo(Json.parse(json, Map.class, "json"));
    }

    @Test
    void theStepSizeAndTheAugmentationGoWithTheSchedule() {
        var constant = Hyperparameters.builder().schedule("constant").build();
        var cosine = Hyperparameters.builder().build();
        var own =
                Hyperparameters.builder().learningRate(0.5).augmentation("none").build();

        assertThat(constant).isEqualTo(new Hyperparameters("lenet5", 10, 32, 0.001, "constant", 0, "none", 0, 0, 42));
        assertThat(cosine).isEqualTo(new Hyperparameters("lenet5", 10, 32, 0.002, "cosine", 0, "shift", 0, 0, 42));
        assertThat(own).isEqualTo(new Hyperparameters("lenet5", 10, 32, 0.5, "cosine", 0, "none", 0, 0, 42));
    }

    @Test
    void theEndsOfARangeBelongToIt() {
        assertAccepted(builder -> builder.epochs(1).batchSize(1).learningRate(Double.MIN_VALUE));
        assertAccepted(builder ->
                builder.epochs(10_000).batchSize(65_536).learningRate(1.0).weightDecay(1));
        assertAccepted(builder -> builder.validationFraction(0.499).earlyStoppingPatience(10_000));
    }

    @Test
    void aValueOutsideItsRangeIsNamedWithIt() {
        assertRefused(builder -> builder.architecture("vgg"), "architecture is vgg");
        assertRefused(builder -> builder.epochs(0), "epochs is 0, but must be a whole number from 1 to 10000");
        assertRefused(builder -> builder.epochs(10_001), "epochs is 10001");
        assertRefused(builder -> builder.batchSize(0), "batchSize is 0, but must be a whole number from 1 to 65536");
        assertRefused(builder -> builder.batchSize(65_537), "batchSize is 65537");
        assertRefused(
                builder -> builder.learningRate(0.0), "learningRate is 0.0, but must be greater than 0 and at most 1");
        assertRefused(builder -> builder.learningRate(Double.NaN), "learningRate is NaN");
        assertRefused(builder -> builder.schedule("linear"), "schedule is linear");
        assertRefused(builder -> builder.weightDecay(-0.1), "weightDecay is -0.1, but must be from 0 to 1");
        assertRefused(builder -> builder.weightDecay(Double.NaN), "weightDecay is NaN");
        assertRefused(builder -> builder.augmentation("mirror"), "augmentation is mirror");
        assertRefused(builder -> builder.validationFraction(0.5), "must be at least 0 and below 0.5");
        assertRefused(builder -> builder.validationFraction(Double.NaN), "validationFraction is NaN");
        assertRefused(builder -> builder.earlyStoppingPatience(-1), "must be a whole number from 0 to 10000");
    }

    @Test
    void earlyStoppingNeedsImagesToValidateOn() {
        assertRefused(
                builder -> builder.earlyStoppingPatience(3),
                "earlyStoppingPatience is 3, but needs images to validate on: hold some out, for example with"
                        + " <lenet.validationFraction>0.1</lenet.validationFraction>");
    }

    private static void assertAccepted(UnaryOperator<HyperparametersBuilder> change) {
        assertThatCode(() -> change.apply(Hyperparameters.builder()).build()).doesNotThrowAnyException();
    }

    private static void assertRefused(UnaryOperator<HyperparametersBuilder> change, String message) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> change.apply(Hyperparameters.builder()).build())
                .withMessageContaining(message);
    }
}
