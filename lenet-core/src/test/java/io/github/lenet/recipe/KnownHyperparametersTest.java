package io.github.lenet.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lenet.json.Json;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a later version does that knows one more hyperparameter. */
class KnownHyperparametersTest {

    /** Its default goes with the architecture and is not always the neutral value. */
    private static final Hyperparameter<Long> RESTARTS = Hyperparameter.wholeNumber(
                    "restarts", 0, 1000, others -> others.value("architecture").equals("lenet5") ? 0L : 3L)
            .neutralAt(0L);

    private static final KnownHyperparameters LATER = later();

    private static KnownHyperparameters later() {
        var list = new ArrayList<>(Hyperparameters.KNOWN.list());
        list.add(RESTARTS);
        return new KnownHyperparameters(list);
    }

    @Test
    void theNeutralValueAddsNothingToAFingerprint() {
        var today = Json.line(Hyperparameters.of(Map.of()));

        assertThat(Json.line(LATER.check(LATER.parse(Map.of())))).isEqualTo(today);
        assertThat(Json.line(LATER.check(LATER.parse(Map.of("restarts", "0"))))).isEqualTo(today);
        assertThat(Json.line(LATER.check(LATER.parse(Map.of("restarts", "3")))))
                .isEqualTo(today.replace("}", ",\"restarts\":3}"));
    }

    @Test
    void aModelFromBeforeThereWasOneHasTheNeutralValueWhateverTheDefault() {
        var model = Hyperparameters.of(Map.of("architecture", "lenet5-1998")).values();
        var wanted = LATER.parse(Map.of("architecture", "lenet5-1998"));

        assertThat(LATER.value("restarts", LATER.check(model))).isEqualTo(0L);
        assertThat(LATER.check(model)).isEqualTo(model);
        assertThat(LATER.value("restarts", LATER.check(wanted))).isEqualTo(3L);
    }

    @Test
    void oneWithoutANeutralValueIsNeverLeftOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hyperparameters.KNOWN.check(Map.of("architecture", "lenet5")))
                .withMessage("epochs is missing");
    }

    @Test
    void thePresentOnesAreAlwaysWritten() {
        assertThat(Hyperparameters.KNOWN.list().subList(0, 10))
                .extracting(Hyperparameter::neutral)
                .containsOnlyNulls();
    }
}
