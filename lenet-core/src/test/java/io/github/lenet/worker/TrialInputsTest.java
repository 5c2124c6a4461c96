package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.json.Json;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.TrainedState;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialTraining;
import io.github.lenet.training.Checkpoints;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import io.github.lenet.training.TrainingListener;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialInputsTest {

    private static final Map<String, String> RESNET =
            Map.of("architecture", "resnet8", "epochs", "1", "validationFraction", "0.4", "batchSize", "20");

    static Stream<Arguments> inputs() {
        var grey = SyntheticDigits.train(60, 1);
        var lenet = Map.of("epochs", "2", "validationFraction", "0.4");
        var trained = new Trainer(1)
                .train(new Training(Hyperparameters.of(RESNET), grey, null))
                .state();
        return Stream.of(
                Arguments.of("drawn parameters", lenet, grey, null),
                Arguments.of("three channels", RESNET, ColouredDigits.train(60, 1), null),
                Arguments.of("with the memory of Adam", RESNET, grey, trained),
                Arguments.of(
                        "without it",
                        RESNET,
                        grey,
                        new TrainedState(trained.network().withoutUpdaterState(), 0, trained.epochs())));
    }

    /** To the bit, but for the time that it takes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void aTrialGivesTheSameElsewhere(
            String name, Map<String, String> values, Dataset images, @Nullable TrainedState initial) throws Exception {
        var hyperparameters = Hyperparameters.of(values);
        var training = new TrialTraining(3, 1, true, hyperparameters);
        var here = training.outcome(
                images.stratifiedHoldOut(hyperparameters.validationFraction(), hyperparameters.seed()),
                1,
                initial,
                new TrainingListener() {},
                Checkpoints.NONE);

        var line = TrialInputs.of(TrialInputs.bytes(images, initial)).outcome(Json.line(training), 2);

        assertThat(line).doesNotContain("\n");
        assertThat(Json.parse(line, TrialOutcome.class, "the outcome"))
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(here);
        assertThat(here.imageLosses()).isNotEmpty();
    }

    @Test
    void aTrialThatCannotBeHasFailedElsewhereAsWell() throws Exception {
        var inputs = TrialInputs.of(TrialInputs.bytes(SyntheticDigits.train(60, 1), null));
        var training = new TrialTraining(
                0,
                1,
                false,
                Hyperparameters.of(Map.of("learningRate", "1", "epochs", "3", "validationFraction", "0.4")));

        assertThat(inputs.outcome(Json.line(training), 1)).matches("\\{.*\"seconds\":.*}");
        assertThatIOException()
                .isThrownBy(() -> inputs.outcome("{}", 1))
                .withMessageStartingWith("the training of a trial is not the expected JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 100, 5_000})
    void bytesThatWereCutShortAreNoInputs(int length) throws Exception {
        var bytes = TrialInputs.bytes(
                SyntheticDigits.train(20, 1), new TrainedState(new NetworkState(new float[7], null), 0, 0));

        assertThatIOException()
                .isThrownBy(() -> TrialInputs.of(Arrays.copyOf(bytes, length)))
                .withMessageStartingWith("the inputs of the trials");
    }
}
