package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.evaluation.NamedEvaluation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final List<String> LETTERS = IntStream.range(0, 12)
            .mapToObj(letter -> "" + (char) ('a' + letter))
            .toList();

    @Test
    void isSilentAboutClassesThatHaveImages() {
        assertThat(Coverage.warnings(Evaluations.digits(10, 10), List.of())).isEmpty();
    }

    @Test
    void namesAClassWithoutImages() {
        assertThat(Coverage.warnings(only(2, 0), List.of()))
                .containsExactly("mnist test (1 image) has no image of class b, so nothing is known of it");
    }

    @Test
    void namesSomeOfMany() {
        assertThat(Coverage.warnings(only(3, 2), List.of()))
                .containsExactly("mnist test (1 image) has no image of 2 classes (a, b), so nothing is known of them");
        assertThat(Coverage.warnings(only(12, 11), List.of()))
                .containsExactly(
                        "mnist test (1 image) has no image of 11 classes (a, b, c, d, e, f, g, h, i, j and more), so nothing is known of"
                                + " them");
    }

    @Test
    void namesAnotherEvaluationWhereItLacksOtherClasses() {
        var further = List.of(new NamedEvaluation("shifted", only(2, 0)), new NamedEvaluation("others", only(2, 1)));

        assertThat(Coverage.warnings(only(2, 0), further))
                .hasSize(2)
                .last()
                .isEqualTo("others: mnist test (1 image) has no image of class a, so nothing is known of it");
    }

    /** One image of one of the first letters. */
    private static Evaluation only(int classes, int label) {
        var probabilities = new float[classes];
        probabilities[label] = 1;
        return Evaluations.of(LETTERS.subList(0, classes), new int[] {label}, probabilities);
    }
}
