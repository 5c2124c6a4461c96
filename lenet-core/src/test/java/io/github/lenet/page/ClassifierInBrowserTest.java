package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.Inference;
import io.github.lenet.kernel.Networks;
import io.github.lenet.network.Activation;
import io.github.lenet.network.Addition;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.Network;
import io.github.lenet.network.Node;
import io.github.lenet.network.Shape;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code classifier.js} without a page around it, for networks that nobody has trained. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassifierInBrowserTest {

    private static final String SCRIPT = Resource.text("classifier.js");

    private static final int IMAGES = 20;

    @AutoClose
    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
    }

    static Stream<Network> networks() {
        return Stream.of(
                        Networks.all(),
                        Stream.of(Architecture.VGG6, Architecture.RESNET8, Architecture.RESNET14)
                                .flatMap(architecture -> Stream.of(
                                        architecture.network(),
                                        architecture
                                                .adaptedTo(new Shape(3, 11, 14), 3)
                                                .network())),
                        Stream.of(strides()))
                .flatMap(networks -> networks);
    }

    /** Strides that leave rows and columns over, and a sum of the same planes twice. */
    private static Network strides() {
        var image = new Shape(2, 13, 10);
        var first = new Convolution(image, 3, 4, 3, 2, true, Activation.TANH);
        var second = new Convolution(image, 3, 3, 3, 1, true, Activation.RELU);
        var sum = new Addition(first.output(), Activation.RELU);
        return new Network(
                image,
                List.of(
                        new Node("first", first, List.of(Network.IMAGE)),
                        new Node("second", second, List.of(Network.IMAGE)),
                        new Node("sum", sum, List.of(0, 1)),
                        new Node("twice", new Addition(sum.output(), Activation.TANH), List.of(2, 2)),
                        new Node("means", new GlobalPooling(sum.output()), List.of(3)),
                        new Node("classes", new Dense(3, 5, Activation.IDENTITY), List.of(4))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void computesWhatJavaComputes(Network network) {
        var folded = folded(network);
        var pixels = pixels(network);
        var expected = new float[IMAGES * network.outputSize()];
        new Inference(folded).probabilities(pixels, 0, IMAGES, expected);

        var computed = (List<?>) browser.run(
                SCRIPT + "const classifier = new Classifier(arguments[0]);"
                        + "return arguments[1].flatMap((pixels) => classifier.probabilities(pixels))",
                model(folded),
                IntStream.range(0, IMAGES)
                        .mapToObj(image -> image(pixels, image, network))
                        .toList());

        assertThat(computed).hasSize(expected.length);
        assertThat(spread(expected, network.outputSize()))
                .as("or else the same answer to every image would do")
                .isGreaterThan(1e-3);
        for (var i = 0; i < expected.length; i++) {
            assertThat(((Number) computed.get(i)).doubleValue()).isCloseTo(expected[i], within(1e-6));
        }
    }

    /** The largest difference between the answers to two images. */
    private static double spread(float[] probabilities, int classes) {
        return IntStream.range(classes, probabilities.length)
                .mapToDouble(i -> Math.abs(probabilities[i] - probabilities[i % classes]))
                .max()
                .orElseThrow();
    }

    private static Map<String, Object> model(FoldedNetwork folded) {
        return Map.of(
                "layers", BrowserLayer.of(folded.network()), "parameters", BrowserModel.base64(folded.parameters()));
    }

    /** With values that neither vanish nor explode from layer to layer. */
    private static FoldedNetwork folded(Network network) {
        var random = new Random(5);
        var parameters = new float[network.parameterCount()];
        var statistics = new float[network.statisticsCount()];
        for (var node = 0; node < network.nodes().size(); node++) {
            var layer = network.nodes().get(node).layer();
            for (var slice : network.slices(node)) {
                for (var i = slice.from(); i < slice.to(); i++) {
                    parameters[i] = (float) (random.nextGaussian() / Math.sqrt(layer.fanIn()));
                }
            }
        }
        for (var i = 0; i < statistics.length; i++) {
            statistics[i] = 0.5f + random.nextFloat();
        }
        return FoldedNetwork.of(network, parameters, statistics);
    }

    /** Stripes that are narrow in the first image and wide in the last. */
    private static byte[] pixels(Network network) {
        var random = new Random(6);
        var pixels = new byte[IMAGES * network.inputSize()];
        for (var i = 0; i < pixels.length; i++) {
            var width = 1 + i / network.inputSize();
            pixels[i] = (byte) (i % network.inputSize() / width % 2 == 0 ? random.nextInt(256) : 0);
        }
        return pixels;
    }

    private static int[] image(byte[] pixels, int image, Network network) {
        return IntStream.range(image * network.inputSize(), (image + 1) * network.inputSize())
                .map(i -> Byte.toUnsignedInt(pixels[i]))
                .toArray();
    }
}
