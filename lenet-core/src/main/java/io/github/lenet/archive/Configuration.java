package io.github.lenet.archive;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.json.Json;
import io.github.lenet.network.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Deeplearning4j's JSON of a network says: whether it describes an architecture, and how far that is trained.
 *
 * <p>The text is compared as a plain tree with the one that the architecture calls for. Only what decides the output is
 * compared: training settings, such as the optimiser, may be any.
 */
final class Configuration {

    /** Longer than any training; their sum with the steps of the next one is still a number. */
    private static final int MOST_STEPS = 1_000_000_000;

    /** Deeplearning4j's defaults, with which every training of ours computes. */
    private static final Map<String, Object> ADAM =
            Map.of("@class", "org.nd4j.linalg.learning.config.Adam", "beta1", 0.9, "beta2", 0.999, "epsilon", 1e-8);

    private Configuration() {}

    /**
     * Checks a configuration, and writes it anew in our own dialect of JSON: Deeplearning4j leaves the digits of a
     * number to the Java version.
     *
     * @param json the text of Deeplearning4j's {@code MultiLayerConfiguration} or {@code ComputationGraphConfiguration}
     * @param architecture what it must describe
     * @return an equal text that is the same on every platform
     * @throws IllegalArgumentException if it is no JSON, or describes another network; the message names the first
     *     difference
     */
    static String canonical(String json, Architecture architecture) {
        var tree = parse(json);
        var expected = ExpectedConfiguration.of(architecture.network());
        if (tree.containsKey("confs") != expected.containsKey("confs")) {
            throw new IllegalArgumentException(format(
                    "%s describes a %s, but %s is a %s",
                    ArchiveWriter.CONFIGURATION, kind(tree), architecture, kind(expected)));
        }
        requireSame(ArchiveWriter.CONFIGURATION, tree, expected, architecture);
        // A further preprocessor or vertex would change the output; everywhere else a further key is a training
        // setting.
        for (var key : List.of("inputPreProcessors", "vertices", "vertexInputs")) {
            if (expected.get(key) instanceof Map<?, ?> expectedPart) {
                requireSame(
                        ArchiveWriter.CONFIGURATION + "." + key,
                        ((Map<?, ?>) part(tree, key)).keySet(),
                        expectedPart.keySet(),
                        architecture);
            }
        }
        return new String(Json.bytes(tree), StandardCharsets.UTF_8);
    }

    private static String kind(Map<?, ?> tree) {
        return tree.containsKey("confs") ? "list of layers" : "graph of layers";
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
        var optimisers = layers(tree)
                .map(layer -> (Map<?, ?>) part(layer, "layer"))
                // Pooling has no parameters, and no optimiser.
                .filter(layer -> layer.containsKey("nin"))
                .map(layer -> Arrays.asList(layer.get("iupdater"), layer.get("biasUpdater")))
                .distinct()
                .toList();
        return new Progress(count(tree, "iterationCount"), count(tree, "epochCount"), isAdam(optimisers));
    }

    /** The layers of a list, or of those vertices of a graph that have one. */
    private static Stream<Map<?, ?>> layers(Map<?, ?> tree) {
        return tree.get("confs") instanceof List<?> list
                ? list.stream().map(layer -> (Map<?, ?>) layer)
                : ((Map<?, ?>) part(tree, "vertices"))
                        .values().stream()
                                .map(vertex -> ((Map<?, ?>) vertex).get("layerConf"))
                                .filter(Objects::nonNull)
                                .map(layer -> (Map<?, ?>) layer);
    }

    /** A part that is there, because every configuration that is expected has it. */
    private static Object part(Map<?, ?> tree, String key) {
        return Objects.requireNonNull(tree.get(key), key);
    }

    private static int count(Map<?, ?> tree, String key) {
        if (tree.get(key) instanceof Integer count && count >= 0 && count <= MOST_STEPS) {
            return count;
        }
        throw new IllegalArgumentException(ArchiveWriter.CONFIGURATION + "." + key + " is " + tree.get(key)
                + ", but must be a whole number from 0 to " + MOST_STEPS);
    }

    /** Deeplearning4j keeps the state of layers together only where their optimisers are the same, to the step size. */
    private static boolean isAdam(List<List<Object>> optimisers) {
        return optimisers.size() == 1
                && optimisers.get(0).get(0) instanceof Map<?, ?> weights
                && optimisers.get(0).get(1) == null
                && ADAM.entrySet().stream()
                        .allMatch(constant -> constant.getValue().equals(weights.get(constant.getKey())));
    }

    private static void requireSame(
            String path, @Nullable Object actual, @Nullable Object expected, Architecture architecture) {
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
