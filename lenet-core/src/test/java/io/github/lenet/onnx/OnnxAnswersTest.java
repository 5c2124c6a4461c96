package io.github.lenet.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.parameter.InvalidParameterException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxAnswersTest {

    @Test
    void makesAnswersOfProbabilities() throws Exception {
        var images = OnnxFiles.images();
        var file = OnnxFile.read(OnnxFiles.network());

        OnnxAnswers.requireFitting(file, OnnxFiles.INPUT, images);
        var answers = OnnxAnswers.of(
                file, "nets/mnist.onnx", images, OnnxOutput.LOGITS.probabilities(OnnxFiles.logits(), 10));

        assertThat(answers.model())
                .isEqualTo(new ModelSummary(
                        ModelSummary.ONNX,
                        "nets/mnist.onnx",
                        file.sha256(),
                        null,
                        null,
                        Files.size(OnnxFiles.network()),
                        null,
                        null));
        assertThat(answers.dataset()).isEqualTo(new DatasetSummary(images.name(), "test", 200));
        assertThat(answers.label(7)).isEqualTo(images.label(7));
        assertThat(answers.probability(7, answers.answer(7))).isGreaterThanOrEqualTo(answers.probability(7, 0));
    }

    static Stream<Arguments> others() {
        var digits = SyntheticDigits.test(10, 1);
        var small = new Dataset("letters", "test", 1, 28, new byte[28], new byte[1], digits.classNames());
        var fewer = new Dataset(
                "letters",
                "test",
                28,
                28,
                new byte[784],
                new byte[1],
                digits.classNames().subList(0, 3));
        return Stream.of(
                arguments("nchw", small, " expects 1x28x28, the data set letters test has 1x1x28"),
                arguments(
                        "nhwc",
                        digits,
                        " expects 1x28x28, the data set " + digits.name()
                                + " test has 28x28x1; set <onnxLayout>nchw</onnxLayout> (-Dlenet.onnxLayout=nchw)"),
                arguments("nchw", ColouredDigits.test(10, 1), " expects 1x28x28, the data set "),
                arguments("nchw", fewer, " gives 10 numbers for an image, but letters test has 3 classes"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesImagesThatTheGraphDoesNotTake(String layout, Dataset images, String problem) throws Exception {
        var file = OnnxFile.read(OnnxFiles.network());

        assertThatThrownBy(() -> OnnxAnswers.requireFitting(file, OnnxInput.of(layout, "0", "1"), images))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith(OnnxFiles.network() + problem);
    }

    @Test
    void refusesNumbersForOtherChannels() throws Exception {
        var file = OnnxFile.read(OnnxFiles.network());
        var images = OnnxFiles.images();

        assertThatThrownBy(() -> OnnxAnswers.requireFitting(file, OnnxInput.of("nchw", "0,0,0", "1"), images))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("onnxMean is 0.0,0.0,0.0, but has 3 numbers, but the images have 1 channels");
    }

    @Test
    void refusesADataSetWithoutImages() throws Exception {
        var file = OnnxFile.read(OnnxFiles.network());
        var none = OnnxFiles.images().subset(new int[0], "test");

        assertThatThrownBy(() -> OnnxAnswers.requireFitting(file, OnnxFiles.INPUT, none))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith(none.name() + " test holds no images");
    }
}
