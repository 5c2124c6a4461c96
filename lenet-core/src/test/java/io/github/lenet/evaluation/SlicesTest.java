package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lenet.answer.SlicesFile;
import io.github.lenet.answer.SlicesFile.Property;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesTest {

    private static final String SHA256 = "5".repeat(64);

    @Test
    void countsTheRightAnswersOfEachValue() {
        // The last of three images is wrong.
        var answers = Evaluations.answers(List.of("a", "b"), new int[] {0, 1, 1}, 1, 0, 0, 1, 1, 0);
        var file = new SlicesFile(
                "slices.csv",
                SHA256,
                1,
                List.of(
                        new Property("writer", List.of("ben", "anna"), new int[] {0, -1, 1}),
                        new Property("camera", List.of("old"), new int[] {0, -1, 0})));

        var slices = Evaluation.of(answers, file).slices().orElseThrow();

        assertThat(Slices.names(file)).containsExactly("writer=ben", "writer=anna", "camera=old");
        assertThat(slices)
                .isEqualTo(new Slices(
                        "slices.csv",
                        SHA256,
                        1,
                        List.of(
                                new Slice("writer", "anna", new Proportion(0, 1)),
                                new Slice("writer", "ben", new Proportion(1, 1)),
                                new Slice("camera", "old", new Proportion(1, 2)))));
    }

    @Test
    void onlyThoseWhoNameSlicesHaveSome() {
        assertThat(Evaluations.digits(9, 10).slices()).isEmpty();
    }

    /** Of ten images nine are right, and two have no row. */
    @ParameterizedTest
    @CsvSource({
        "7, 8, 2, true",
        "8, 8, 2, true",
        "6, 8, 2, false",
        "10, 10, 0, false",
        "7, 7, 2, false",
        "8, 9, 1, true"
    })
    void refusesCountsThatContradictTheWhole(int correct, int total, int withoutRow, boolean consistent) {
        var whole = Evaluations.digits(9, 10);
        var slices = new Slices(
                "slices.csv", SHA256, withoutRow, List.of(new Slice("writer", "a", new Proportion(correct, total))));

        assertThat(slices.agreeWith(whole.accuracy())).isEqualTo(consistent);
        if (!consistent) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Evaluation(
                            whole.dataset(),
                            whole.model(),
                            whole.confusionMatrix(),
                            whole.probabilityMetrics(),
                            Optional.of(slices)))
                    .withMessageContaining("slices of an evaluation contradict each other");
        }
    }

    @Test
    void refusesTwoSlicesOfOneName() {
        var slice = new Slice("writer", "a", new Proportion(1, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slices("slices.csv", SHA256, 0, List.of(slice, slice)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slices("slices.csv", SHA256, 0, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slices("slices.csv", SHA256, -1, List.of(slice)));
    }
}
