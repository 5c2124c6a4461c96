package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.evaluation.Evaluations;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {

    @Test
    void showsAccuracyClassesAndConfusions() {
        assertThat(EvaluationTable.lines(Evaluations.of(List.of("cat", "dog"), new int[] {0, 0, 1}, 1, 0, 0, 1, 0, 1)))
                .containsExactly(
                        "lenet5 (44426 parameters, sha256 0123456789ab...) on mnist test (3 images)",
                        "accuracy  0.6666 (2/3), 95 % confidence: 0.2076 to 0.9386",
                        "loss      29.1122",
                        "",
                        "class  precision  recall  F1      support",
                        "cat    1.0000     0.5000  0.6666        2",
                        "dog    0.5000     1.0000  0.6666        1",
                        "",
                        "confusion matrix: a row for each true class, a column for each answer",
                        "        cat   dog",
                        "cat       1     1",
                        "dog       .     1");
    }

    @Test
    void showsTheSlicesWithTheLowestAccuracyFirst() {
        assertThat(EvaluationTable.lines(Evaluations.sliced(190, 0, 100, 95, 5)))
                .containsSequence(
                        "",
                        "slice     accuracy  95 % Wilson        images",
                        "writer=c  0.0000    0.0000 to 0.4345        5",
                        "writer=b  0.9473    0.8826 to 0.9774       95",
                        "writer=a  1.0000    0.9630 to 1.0000      100",
                        "",
                        "confusion matrix: a row for each true class, a column for each answer");
    }

    @Test
    void aShareOfNothingIsADash() {
        assertThat(EvaluationTable.lines(Evaluations.of(List.of("cat", "dog"), new int[] {0}, 1, 0)))
                .contains("dog    -          -       -             0");
    }

    @Test
    void saysThatABrokenModelHasNoAnswer() {
        assertThat(EvaluationTable.lines(Evaluations.of(List.of("cat", "dog"), new int[] {0}, Float.NaN, 1)))
                .contains("loss      -", "1 image has no answer: the arithmetic of the model ends in NaN");
    }
}
