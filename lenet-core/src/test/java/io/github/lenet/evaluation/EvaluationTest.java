package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.answer.Answers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final List<String> NAMES = List.of("cat", "dog", "owl");

    /** Two cats of three are found, one dog of two, and there is no owl; one cat is taken for an owl. */
    private static final Answers ANSWERS = Evaluations.answers(
            NAMES,
            new int[] {0, 0, 0, 1, 1},
            0.8f,
            0.1f,
            0.1f,
            0.5f,
            0.5f,
            0.0f,
            0.0f,
            0.2f,
            0.8f,
            0.1f,
            0.9f,
            0.0f,
            1.0f,
            0.0f,
            0.0f);

    private static final Evaluation ANIMALS = Evaluation.of(ANSWERS);
    private static final ProbabilityMetrics METRICS =
            ANIMALS.probabilityMetrics().orElseThrow();

    @Test
    void theFirstOfTheHighestProbabilitiesIsTheAnswer() {
        assertThat(ANSWERS.isCorrect(1)).as("two are equal").isTrue();
        assertThat(ANSWERS.isCorrect(4)).isFalse();
    }

    @Test
    void countsWhatWasAnsweredRight() {
        assertThat(ANIMALS.accuracy()).isEqualTo(new Proportion(3, 5));
        assertThat(ANIMALS.confusionMatrix().counts()).isDeepEqualTo(new int[][] {{2, 0, 1}, {1, 1, 0}, {0, 0, 0}});
    }

    @Test
    void measuresEachClass() {
        assertThat(ANIMALS.confusionMatrix().classes())
                .containsExactly(
                        new ClassMetrics("cat", 2.0 / 3, 2.0 / 3, 4.0 / 6, 3),
                        new ClassMetrics("dog", 1.0, 0.5, 2.0 / 3, 2),
                        new ClassMetrics("owl", 0.0, null, 0.0, 0));
    }

    @Test
    void aClassThatNeitherOccursNorIsAnsweredHasNoMetrics() {
        var evaluation = Evaluations.of(NAMES, new int[] {0}, 1, 0, 0);

        assertThat(evaluation.confusionMatrix().classes().get(2))
                .isEqualTo(new ClassMetrics("owl", null, null, null, 0));
    }

    @Test
    void theLossIsTheMeanOfMinusTheLogarithmOfTheTrueClass() {
        var evaluation = Evaluations.of(NAMES, new int[] {0, 1}, 0.5f, 0.5f, 0, 0.75f, 0.25f, 0);

        assertThat(evaluation.loss().getAsDouble()).isCloseTo((Math.log(2) + Math.log(4)) / 2, within(1e-15));
    }

    @Test
    void aProbabilityOfZeroCostsTheMostThatOneImageCan() {
        assertThat(Evaluations.of(NAMES, new int[] {0}, 0, 1, 0).loss().getAsDouble())
                .isCloseTo(126 * Math.log(2), within(1e-12));
    }

    @Test
    void countsTheTrueClassesAmongTheMostProbable() {
        // The true cat of the third image is last; the true dog of the fifth stands before the owl, which is as
        // probable.
        assertThat(METRICS.topKCorrect()).containsExactly(3, 4, 5);
        assertThat(ANIMALS.topKAccuracy(2)).contains(new Proportion(4, 5));
    }

    @Test
    void aBrokenModelAnswersNothingRight() {
        var answers = Evaluations.answers(NAMES, new int[] {0, 1}, Float.NaN, Float.NaN, Float.NaN, 0, 1, 0);
        var evaluation = Evaluation.of(answers);

        assertThat(evaluation.loss().getAsDouble()).isNaN();
        assertThat(evaluation.expectedCalibrationError().getAsDouble()).isNaN();
        assertThat(evaluation.accuracy()).isEqualTo(new Proportion(1, 2));
        assertThat(evaluation.probabilityMetrics().orElseThrow().topKCorrect()).containsExactly(1, 1, 1);
        assertThat(answers.answer(0)).isEqualTo(Answers.NO_ANSWER);
        assertThat(evaluation.confusionMatrix().unanswered()).isEqualTo(1);
        assertThat(evaluation.confusionMatrix().classes().get(0)).isEqualTo(new ClassMetrics("cat", null, 0.0, 0.0, 1));
    }

    @Test
    void refusesAnswersThatDoNotFitTheQuestions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluations.answers(NAMES, new int[] {0}, new float[4]))
                .withMessage("4 probabilities for 1 images of 3 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluations.answers(NAMES, new int[] {3}, new float[3]))
                .withMessage("label 3 among 3 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluations.answers(NAMES, new int[0]))
                .withMessage("0 labels for the images of mnist test (0 images)");
    }

    @Test
    void refusesNumbersThatContradictEachOther() {
        var matrix = new ConfusionMatrix(NAMES, new int[][] {{2, 0, 1}, {0, 2, 0}, {0, 0, 0}}, new int[] {3, 2, 0});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(
                        ANIMALS.dataset(), ANIMALS.model(), matrix, ANIMALS.probabilityMetrics(), Optional.empty()))
                .withMessageContaining("contradict");
    }

    @Test
    void refusesMoreAnswersThanImages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ConfusionMatrix(List.of("a", "b"), new int[][] {{2, 1}, {0, 0}}, new int[] {2, 0}))
                .withMessage("[2, 1] are no answers to 2 images of class a");
    }
}
