package io.github.lenet.archive;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.LayerVisitor;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Deeplearning4j's JSON must say of a network, as far as it decides the output. In a tree, a null value means that
 * the key is absent or null.
 *
 * @param last whether the layer is the last one, which has the softmax there
 */
record ExpectedConfiguration(boolean last) implements LayerVisitor<Map<String, @Nullable Object>> {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
    private static final String VERTICES = "org.deeplearning4j.nn.conf.graph.";
    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";
    private static final List<String> NORMALIZATION_VARIABLES = List.of("gamma", "beta", "mean", "var");
    private static final String FLATTENING = "org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor";

    /** The tree of a {@code MultiLayerConfiguration}, or of a {@code ComputationGraphConfiguration}. */
    static Map<String, @Nullable Object> of(Network network) {
        return network.isSequence() ? list(network) : graph(network);
    }

    private static Map<String, @Nullable Object> list(Network network) {
        var vertices = Vertex.of(network);
        var layers = new ArrayList<Map<String, @Nullable Object>>();
        var preProcessors = new LinkedHashMap<String, Object>();
        for (var i = 0; i < vertices.size(); i++) {
            layers.add(configured(network, vertices.get(i)));
            var preProcessor = preProcessor(network, vertices.get(i));
            if (preProcessor != null) {
                preProcessors.put(String.valueOf(i), preProcessor);
            }
        }
        return tree("dataType", "FLOAT", "confs", layers, "inputPreProcessors", preProcessors);
    }

    private static Map<String, @Nullable Object> graph(Network network) {
        var vertices = Vertex.of(network);
        var order = Vertex.order(vertices);
        var trees = new LinkedHashMap<String, Object>();
        var inputs = new LinkedHashMap<String, Object>();
        for (var vertex : vertices) {
            trees.put(vertex.name(), vertex(network, vertex));
            inputs.put(vertex.name(), vertex.inputs());
        }
        return tree(
                "dataType",
                "FLOAT",
                "networkInputs",
                List.of(Vertex.IMAGE),
                "networkOutputs",
                List.of(vertices.get(vertices.size() - 1).name()),
                "vertices",
                trees,
                "vertexInputs",
                inputs,
                // They decide where the parameters of a vertex lie.
                "topologicalOrder",
                order,
                "topologicalOrderStr",
                order.stream().map(number -> Vertex.nameOf(number, vertices)).toList());
    }

    /** An addition is a vertex without a layer; every other layer is one in a vertex. */
    private static Map<String, @Nullable Object> vertex(Network network, Vertex vertex) {
        var layer = layer(network, vertex);
        return String.valueOf(layer.get("@class")).startsWith(VERTICES)
                ? layer
                : tree(
                        "@class", VERTICES + "LayerVertex",
                        "layerConf", configured(network, vertex),
                        "preProcessor", preProcessor(network, vertex));
    }

    /**
     * Deeplearning4j's reader knows by the names of its parameters, and not by its flag, what a normalisation keeps.
     */
    private static Map<String, @Nullable Object> configured(Network network, Vertex vertex) {
        var layer = layer(network, vertex);
        return network.nodes().get(vertex.node()).layer().statisticsCount() > 0 && !vertex.isActivation()
                ? tree("dataType", "FLOAT", "layer", layer, "variables", NORMALIZATION_VARIABLES)
                : tree("dataType", "FLOAT", "layer", layer);
    }

    private static Map<String, @Nullable Object> layer(Network network, Vertex vertex) {
        var layer = network.nodes().get(vertex.node()).layer();
        return vertex.isActivation()
                ? tree("@class", LAYERS + "ActivationLayer", "activationFn", activation(layer.activation()))
                : layer.accept(new ExpectedConfiguration(network.readers(vertex.node()) == 0));
    }

    private static @Nullable Map<String, @Nullable Object> preProcessor(Network network, Vertex vertex) {
        return vertex.isActivation()
                ? null
                : network.flattened(vertex.node())
                        .map(ExpectedConfiguration::flattening)
                        .orElse(null);
    }

    /** From planes to a flat vector, in the order of channel, row and column. */
    private static Map<String, @Nullable Object> flattening(Shape planes) {
        return tree(
                "@class", FLATTENING,
                "format", "NCHW",
                "numChannels", planes.channels(),
                "inputHeight", planes.height(),
                "inputWidth", planes.width());
    }

    @Override
    public Map<String, @Nullable Object> visit(Convolution convolution) {
        return tree(
                "@class", LAYERS + "ConvolutionLayer",
                "cnn2dDataFormat", "NCHW",
                "convolutionMode", "Truncate",
                "nin", convolution.input().channels(),
                "nout", convolution.filters(),
                "kernelSize", square(convolution.kernelSize()),
                "stride", square(convolution.stride()),
                "padding", square(convolution.padding()),
                "dilation", square(1),
                "hasBias", convolution.hasBias(),
                "activationFn", activation(convolution.activation()));
    }

    @Override
    public Map<String, @Nullable Object> visit(Pooling pooling) {
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

    @Override
    public Map<String, @Nullable Object> visit(Dense dense) {
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

    @Override
    public Map<String, @Nullable Object> visit(BatchNormalization normalization) {
        return tree(
                "@class",
                LAYERS + "BatchNormalization",
                "cnn2DFormat",
                "NCHW",
                "nin",
                normalization.input().channels(),
                "nout",
                normalization.input().channels(),
                "eps",
                BatchNormalization.EPSILON,
                // Otherwise the fourth parameter is no variance, or there are only two.
                "useLogStd",
                false,
                "lockGammaBeta",
                false);
    }

    @Override
    public Map<String, @Nullable Object> visit(Addition addition) {
        return tree("@class", VERTICES + "ElementWiseVertex", "op", "Add");
    }

    @Override
    public Map<String, @Nullable Object> visit(GlobalPooling pooling) {
        return tree(
                "@class",
                LAYERS + "GlobalPoolingLayer",
                "poolingType",
                "AVG",
                "poolingDimensions",
                List.of(2, 3),
                "collapseDimensions",
                true);
    }

    private static Map<String, @Nullable Object> activation(Activation activation) {
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

    private static Map<String, @Nullable Object> tree(@Nullable Object... keysAndValues) {
        var tree = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            tree.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return tree;
    }
}
