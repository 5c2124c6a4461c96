package io.github.lenet.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final List<String> NAMES = List.of("cat", "dog", "owl");
    private static final ModelSummary MODEL = ModelSummary.ofPredictions("answers.csv", "0".repeat(64));

    @Test
    void theFirstOfTheHighestProbabilitiesIsTheAnswer() {
        var answers = Answers.ofProbabilities(
                MODEL, images(3), NAMES, new int[] {1, 1, 0}, new float[] {0, 0.5f, 0.5f, 1, 0, 0, Float.NaN, 1, 0});

        assertThat(answers.answer(0)).isEqualTo(1);
        assertThat(answers.isCorrect(0)).isTrue();
        assertThat(answers.answer(1)).isZero();
        assertThat(answers.isCorrect(1)).isFalse();
        assertThat(answers.answer(2)).isEqualTo(Answers.NO_ANSWER);
        assertThat(answers.isCorrect(2)).isFalse();
    }

    @Test
    void classesAloneAreAnswersWithoutProbabilities() {
        var answers = Answers.ofClasses(MODEL, images(2), NAMES, new int[] {0, 2}, new int[] {0, 1});

        assertThat(answers.isCorrect(0)).isTrue();
        assertThat(answers.isCorrect(1)).isFalse();
        assertThat(answers.hasProbabilities()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> answers.probability(0, 0))
                .withMessage("the probabilities of answers.csv are unknown");
    }

    @Test
    void isTheSameWhateverBecomesOfTheArrays() {
        var labels = new int[] {0};
        var classes = new int[] {0};
        var answers = Answers.ofClasses(MODEL, images(1), NAMES, labels, classes);
        labels[0] = 1;
        classes[0] = 2;

        assertThat(answers.isCorrect(0)).isTrue();
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.ofClasses(MODEL, images(1), NAMES, new int[] {0}, new int[] {3}))
                .withMessage("answer 3 among 3 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.ofClasses(MODEL, images(1), NAMES, new int[] {0}, new int[] {0, 1}))
                .withMessage("2 answers for 1 images");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.ofClasses(MODEL, images(2), NAMES, new int[] {0}, new int[] {0}))
                .withMessage("1 labels for the images of labels.csv (2 images)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.ofClasses(MODEL, images(1), NAMES, new int[] {-1}, new int[] {0}))
                .withMessage("label -1 among 3 classes");
    }

    @Test
    void aModelFromElsewhereHasAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ModelSummary("magic", "a", "0".repeat(64), null, null, null, null, null, Map.of()))
                .withMessage("kind is magic, but must be one of lenet, onnx, predictions");
        assertThat(MODEL.title()).isEqualTo("answers.csv");
    }

    private static DatasetSummary images(int count) {
        return new DatasetSummary("labels.csv", null, count);
    }
}
