package io.github.lenet.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.archive.StockNetworks;
import io.github.lenet.archive.TrainedModels;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierAnswersTest {

    private static final Dataset DIGITS = SyntheticDigits.test(50, 7);

    @TempDir
    private static Path folder;

    private static Classifier classifier;

    @BeforeAll
    static void loadAnUntrainedModel() throws Exception {
        StockNetworks.archive("lenet5").write(folder.resolve("model.zip"));
        classifier = Classifier.load(folder.resolve("model.zip"));
    }

    @Test
    void keepsWhatTheModelAnsweredToEachImage() throws Exception {
        var answers = ClassifierAnswers.of(classifier, DIGITS);

        assertThat(answers.images()).isEqualTo(50);
        for (var image = 0; image < 50; image++) {
            var offset = DIGITS.pixelOffset(image);
            var pixels = Arrays.copyOfRange(DIGITS.pixels(), offset, offset + 28 * 28);
            assertThat(answers.answer(image))
                    .isEqualTo(classifier.classify(pixels).label());
            assertThat(answers.probability(image, 3)).isEqualTo(classifier.probabilities(pixels, 0)[3]);
            assertThat(answers.label(image)).isEqualTo(DIGITS.label(image));
        }
    }

    @Test
    void saysWhatWasMeasured() throws Exception {
        var answers = ClassifierAnswers.of(classifier, DIGITS);

        assertThat(answers.dataset()).isEqualTo(new DatasetSummary(DIGITS.name(), "test", 50));
        assertThat(answers.model())
                .isEqualTo(new ModelSummary(
                        ModelSummary.LENET,
                        null,
                        classifier.sha256(),
                        "lenet5",
                        44_426,
                        Files.size(folder.resolve("model.zip")),
                        classifier.coefficientsSha256(),
                        null,
                        Map.of()));
    }

    @Test
    void repeatsBitForBit() throws Exception {
        var first = Evaluation.of(ClassifierAnswers.of(classifier, DIGITS));
        var second = Evaluation.of(ClassifierAnswers.of(classifier, DIGITS));

        assertThat(first.probabilityMetrics()).isPresent();
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void nothingToMeasureOnIsAnError() {
        assertThatThrownBy(() -> ClassifierAnswers.of(classifier, DIGITS.subset(new int[0], "test")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("test holds no images");
    }

    @Test
    void refusesImagesOfAnotherSize() {
        var small = new Dataset("small", "test", 14, 56, DIGITS.pixels(), labels(), DIGITS.classNames());

        assertThatThrownBy(() -> ClassifierAnswers.of(classifier, small))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("28 x 28 pixels, but those of small test have 14 x 56");
    }

    @Test
    void refusesColourForAGreyModel() {
        var pixels = new byte[3 * DIGITS.pixels().length];
        var coloured = new Dataset("coloured", "test", 3, 28, 28, pixels, labels(), DIGITS.classNames());

        assertThatThrownBy(() -> ClassifierAnswers.of(classifier, coloured))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "the model classifies images in grey, but those of coloured test are in colour; measure it on"
                                + " other images, or set <imageColour>grey</imageColour> where they are made from pictures");
    }

    @Test
    void refusesGreyImagesForAModelInColour() throws Exception {
        TrainedModels.of("resnet8", ColouredDigits.train(6, 1)).write(folder.resolve("colour.zip"));
        var inColour = Classifier.load(folder.resolve("colour.zip"));

        assertThatThrownBy(() -> ClassifierAnswers.of(inColour, DIGITS))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "the model classifies images in colour, but those of %s test are grey; measure it on other images,"
                                + " or set <imageColour>rgb</imageColour> where they are made from pictures",
                        DIGITS.name());
    }

    @Test
    void refusesOtherClasses() {
        var names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        var letters = new Dataset("letters", "test", 28, 28, DIGITS.pixels(), labels(), names);

        assertThatThrownBy(() -> ClassifierAnswers.of(classifier, letters))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("trained on mnist")
                .hasMessageContaining("those of letters test are [a, b, c");
    }

    private static byte[] labels() {
        var labels = new byte[DIGITS.size()];
        for (var image = 0; image < labels.length; image++) {
            labels[image] = (byte) DIGITS.label(image);
        }
        return labels;
    }
}
