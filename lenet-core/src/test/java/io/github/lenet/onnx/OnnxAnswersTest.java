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
import io.github.lenet.io.ProtocolBuffer;
import io.github.lenet.network.Shape;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.picture.ImageSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxAnswersTest {

    @Test
    void makesAnswersOfProbabilities() throws Exception {
        var images = OnnxFiles.images();
        var file = OnnxFile.read(OnnxFiles.network());

        OnnxAnswers.requireFitting(file, OnnxFiles.INPUT, images);
        var answers = OnnxAnswers.of(
                file,
                "nets/mnist.onnx",
                OnnxFiles.INPUT.configuration(OnnxOutput.AUTO),
                images,
                OnnxOutput.LOGITS.probabilities(OnnxFiles.logits(), 10));

        assertThat(answers.model())
                .isEqualTo(new ModelSummary(
                        ModelSummary.ONNX,
                        "nets/mnist.onnx",
                        file.sha256(),
                        null,
                        null,
                        Files.size(OnnxFiles.network()),
                        null,
                        null,
                        Map.of(
                                "onnxLayout", "nchw",
                                "onnxMean", "0.1307",
                                "onnxStandardDeviation", "0.3081",
                                "onnxOutput", "auto")));
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

    @Test
    void takesTheImagesAndClassesOfTheGraphWhereThereIsNoDataSet() throws Exception {
        var digits = OnnxFile.read(OnnxFiles.network());

        assertThat(OnnxAnswers.image(digits, OnnxFiles.INPUT, null)).isEqualTo(new Shape(1, 28, 28));
        assertThat(OnnxAnswers.image(network(2, 28, 20, 3), OnnxInput.of("nhwc", "0", "1"), null))
                .isEqualTo(new Shape(3, 28, 20));
        assertThat(OnnxAnswers.classNames(digits)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(OnnxAnswers.classNames(network(2, 1, 28, 28, "cat", "dog"))).containsExactly("cat", "dog");
        assertThat(OnnxAnswers.classNames(network(-1, 1, 28, 28, "cat", "dog"))).containsExactly("cat", "dog");
        assertThat(OnnxAnswers.classNames(network(3, 1, 28, 28, "cat", "dog"))).containsExactly("0", "1", "2");
    }

    @Test
    void takesTheSizeThatIsNamedWhereTheGraphLeavesItOpen() throws Exception {
        var size = new ImageSize(48, 192);

        assertThat(OnnxAnswers.image(network(2, 3, -1, -1), OnnxFiles.INPUT, size))
                .isEqualTo(new Shape(3, 48, 192));
        assertThat(OnnxAnswers.image(network(2, -1, 192, 3), OnnxInput.of("nhwc", "0", "1"), size))
                .isEqualTo(new Shape(3, 48, 192));
        assertThat(OnnxAnswers.image(network(2, 1, 28, 20), OnnxFiles.INPUT, size))
                .isEqualTo(new Shape(1, 28, 20));
        assertThatThrownBy(() -> OnnxAnswers.image(network(2, 3, 32, -1), OnnxFiles.INPUT, size))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("imageSize is 48x192, but does not fit a.onnx, which expects 3x32x?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 |   ? |   ? | '; pictures in a <dataDirectory> become such images with -Dlenet.imageColour=rgb -Dlenet.imageSize=28x28'
            3 | 224 | 224 | '; pictures in a <dataDirectory> become such images with -Dlenet.imageColour=rgb -Dlenet.imageSize=224x224'
            ? |  32 |   ? | '; pictures in a <dataDirectory> become such images with -Dlenet.imageColour=grey -Dlenet.imageSize=32x28'
            4 |  28 |  28 | ''
            """)
    void saysHowPicturesBecomeWhatTheGraphTakes(String channels, String height, String width, String advice) {
        var sizes = Stream.of(channels, height, width)
                .mapToLong(size -> size.equals("?") ? -1 : Long.parseLong(size))
                .toArray();
        var network = network(10, sizes[0], sizes[1], sizes[2]);

        assertThatThrownBy(() -> OnnxAnswers.requireFitting(network, OnnxFiles.INPUT, SyntheticDigits.test(10, 1)))
                .isInstanceOf(EvaluationException.class)
                .hasMessageEndingWith(" test has 1x28x28" + advice);
    }

    static Stream<Arguments> unknownImages() {
        return Stream.of(
                arguments(
                        network(2, 1, -1, 28),
                        "leaves the size of an image open (1x?x28); set the one that it was trained on with <imageSize>"),
                arguments(network(2, -1, 28, 28), "leaves the channels of an image open (?x28x28), and only"),
                arguments(
                        network(2, 28, 28, 1), "expects images of 28x28x1, which is no picture of 1 or 3 channels if"),
                arguments(
                        network(2, 1, 28, 1025),
                        "expects images of 1x28x1025, but a picture is made into at most 1024"),
                arguments(network(2, 3, Long.MAX_VALUE, 28), "expects images of 3x9223372036854775807x28, but"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unknownImages")
    void needsADataSetForOtherImages(OnnxFile network, String problem) {
        assertThatThrownBy(() -> OnnxAnswers.image(network, OnnxFiles.INPUT, null))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith("a.onnx " + problem);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1, 10_001, Long.MAX_VALUE})
    void needsADataSetForOtherClasses(long classes) {
        assertThatThrownBy(() -> OnnxAnswers.classNames(network(classes, 1, 28, 28)))
                .isInstanceOf(EvaluationException.class)
                .hasMessageMatching(
                        "a.onnx gives (\\d+|\\?) numbers for an image, but without a data set there must be 2 to"
                                + " 10000, one for each class");
    }

    @Test
    void readsTheNamesThatOurExportWrites(@TempDir Path folder) throws Exception {
        var network = Files.readAllBytes(OnnxFiles.network());
        var file = folder.resolve("model.onnx");

        for (var names : List.of("[\"cat\",\"dog\"]", "[\"cat\",null]", "[\"cat\",1]", "cat, dog", "[]}, {")) {
            var metadata = new ProtocolBuffer().text(1, "classNames").text(2, names);
            var entry = new ProtocolBuffer().message(14, metadata).toByteArray();
            Files.write(file, network);
            Files.write(file, entry, StandardOpenOption.APPEND);

            var expected = names.endsWith("dog\"]") ? List.of("cat", "dog") : List.of();
            assertThat(OnnxFile.read(file).classNames()).as(names).isEqualTo(expected);
        }
    }

    private static OnnxFile network(long classes, long first, long second, long third, String... classNames) {
        return new OnnxFile(
                "a.onnx",
                List.of(),
                new byte[0],
                "0".repeat(64),
                new GraphValue("image", true, List.of(GraphValue.ANY, first, second, third)),
                new GraphValue("numbers", true, List.of(GraphValue.ANY, classes)),
                List.of(classNames));
    }
}
