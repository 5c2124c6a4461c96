package io.github.lenet.archive;

import io.github.lenet.json.Json;
import io.github.lenet.network.Activation;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Pooling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What Deeplearning4j's JSON of a network must say to describe an architecture.
 *
 * <p>The text is compared as a plain tree with the one that the architecture calls for. Only what decides the output is
 * compared: training settings, such as the optimiser, may be any.
 */
final class Configuration {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";
    private static final String FLATTENING = "org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor";

    /** Deeplearning4j's defaults, with which every training of ours computes. */
    private static final Map<String, Object> ADAM =
            Map.of("@class", "org.nd4j.linalg.learning.config.Adam", "beta1", 0.9, "beta2", 0.999, "epsilon", 1e-8);

    private Configuration() {}

    /**
     * Checks a configuration, and writes it anew in our own dialect of JSON: Deeplearning4j leaves the digits of a
     * number to the Java version.
     *
     * @param json the text of Deeplearning4j's {@code MultiLayerConfiguration}
     * @param architecture what it must describe
     * @return an equal text that is the same on every platform
     * @throws IllegalArgumentException if it is no JSON, or describes another network; the message names the first
     *     difference
     */
    static String canonical(String json, Architecture architecture) {
        var tree = parse(json);
        var expected = expected(architecture.layers());
        requireSame(ArchiveWriter.CONFIGURATION, tree, expected, architecture);
        // A preprocessor at any other layer would change the output; everywhere else a further key is a training
        // setting.
        requireSame(
                ArchiveWriter.CONFIGURATION + ".inputPreProcessors",
                ((Map<?, ?>) tree.get("inputPreProcessors")).keySet(),
                ((Map<?, ?>) expected.get("inputPreProcessors")).keySet(),
                architecture);
        return new String(Json.bytes(tree), StandardCharsets.UTF_8);
    }

    private static Map<?, ?> parse(String json) {
        try {
            return Json.parse(json, Map.class, ArchiveWriter.CONFIGURATION);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * How far a network has been trained.
     *
     * @param steps number of steps of its optimiser
     * @param epochs number of epochs
     * @param isAdam whether that is the optimiser of our trainings, with one state for all layers
     */
    record Progress(int steps, int epochs, boolean isAdam) {}

    /**
     * Reads how far a network has been trained.
     *
     * @param json a text that {@link #canonical} accepts
     * @return the progress
     * @throws IllegalArgumentException if a number is none
     */
    static Progress progress(String json) {
        var tree = parse(json);
        var optimisers = ((List<?>) tree.get("confs"))
                .stream()
                        .map(layer -> (Map<?, ?>) ((Map<?, ?>) layer).get("layer"))
                        // Pooling has no parameters, and no optimiser.
                        .filter(layer -> layer.containsKey("nin"))
                        .map(layer -> Arrays.asList(layer.get("iupdater"), layer.get("biasUpdater")))
                        .distinct()
                        .toList();
        return new Progress(count(tree, "iterationCount"), count(tree, "epochCount"), isAdam(optimisers));
    }

    private static int count(Map<?, ?> tree, String key) {
        if (tree.get(key) instanceof Integer count) {
            return count;
        }
        throw new IllegalArgumentException(
                ArchiveWriter.CONFIGURATION + "." + key + " is " + tree.get(key) + ", but must be a whole number");
    }

    /** Deeplearning4j keeps the state of layers together only where their optimisers are the same, to the step size. */
    private static boolean isAdam(List<List<Object>> optimisers) {
        return optimisers.size() == 1
                && optimisers.get(0).get(0) instanceof Map<?, ?> weights
                && optimisers.get(0).get(1) == null
                && ADAM.entrySet().stream()
                        .allMatch(constant -> constant.getValue().equals(weights.get(constant.getKey())));
    }

    private static Map<String, Object> expected(List<Layer> layers) {
        var last = layers.size() - 1;
        var layerTrees = IntStream.rangeClosed(0, last).mapToObj(i -> layer(layers.get(i), i == last));
        return tree(
                "dataType", "FLOAT",
                "confs",
                        layerTrees
                                .map(layer -> tree("dataType", "FLOAT", "layer", layer))
                                .toList(),
                "inputPreProcessors", flattening(layers));
    }

    /** Between the last maps and the first dense layer, in the order of channel, row and column. */
    private static Map<String, Object> flattening(List<Layer> layers) {
        var first = IntStream.range(0, layers.size())
                .filter(i -> layers.get(i) instanceof Dense)
                .findFirst()
                .orElseThrow();
        var pooling = (Pooling) layers.get(first - 1);
        var maps = tree(
                "@class", FLATTENING,
                "format", "NCHW",
                "numChannels", pooling.channels(),
                "inputHeight", pooling.outputHeight(),
                "inputWidth", pooling.outputWidth());
        return tree(String.valueOf(first), maps);
    }

    private static Map<String, Object> layer(Layer layer, boolean last) {
        if (layer instanceof Convolution convolution) {
            return tree(
                    "@class", LAYERS + "ConvolutionLayer",
                    "cnn2dDataFormat", "NCHW",
                    "convolutionMode", "Truncate",
                    "nin", convolution.channels(),
                    "nout", convolution.filters(),
                    "kernelSize", square(convolution.kernelSize()),
                    "stride", square(1),
                    "padding", square(convolution.padding()),
                    "dilation", square(1),
                    "hasBias", true,
                    "activationFn", activation(convolution.activation()));
        }
        if (layer instanceof Pooling pooling) {
            return tree(
                    "@class",
                    LAYERS + "SubsamplingLayer",
                    "cnn2dDataFormat",
                    "NCHW",
                    "convolutionMode",
                    "Truncate",
                    "poolingType",
                    pooling.kind() == Pooling.Kind.MAXIMUM ? "MAX" : "AVG",
                    "kernelSize",
                    square(pooling.size()),
                    "stride",
                    square(pooling.size()),
                    "padding",
                    square(0),
                    "dilation",
                    square(1));
        }
        var dense = (Dense) layer;
        return tree(
                "@class",
                LAYERS + (last ? "OutputLayer" : "DenseLayer"),
                "nin",
                dense.inputs(),
                "nout",
                dense.outputs(),
                "hasBias",
                true,
                "hasLayerNorm",
                last ? null : false,
                "activationFn",
                last ? tree("@class", ACTIVATIONS + "Softmax") : activation(dense.activation()));
    }

    private static Map<String, Object> activation(Activation activation) {
        return switch (activation) {
            case IDENTITY -> tree("@class", ACTIVATIONS + "Identity");
            case TANH -> tree("@class", ACTIVATIONS + "TanH");
            // A ReLU may be capped, leaky or shifted; ours is none of these.
            case RELU -> tree("@class", ACTIVATIONS + "ReLU", "max", null, "negativeSlope", null, "threshold", null);
        };
    }

    private static List<Integer> square(int size) {
        return List.of(size, size);
    }

    /** A tree of keys and values that alternate; a null value means that the key is absent or null. */
    private static Map<String, Object> tree(Object... keysAndValues) {
        var tree = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            tree.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return tree;
    }

    private static void requireSame(String path, Object actual, Object expected, Architecture architecture) {
        if (expected instanceof Map<?, ?> expectedTree && actual instanceof Map<?, ?> actualTree) {
            expectedTree.forEach(
                    (key, value) -> requireSame(path + "." + key, actualTree.get(key), value, architecture));
        } else if (expected instanceof List<?> expectedList && actual instanceof List<?> actualList) {
            requireSame(path + ".length", actualList.size(), expectedList.size(), architecture);
            for (var i = 0; i < expectedList.size(); i++) {
                requireSame(path + "[" + i + "]", actualList.get(i), expectedList.get(i), architecture);
            }
        } else if (!Objects.equals(actual, expected)) {
            throw new IllegalArgumentException(path + " is " + actual + ", but " + architecture + " has " + expected);
        }
    }
}
