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
    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";
    private static final String FLATTENING = "org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor";

    /** The tree of a {@code MultiLayerConfiguration}. */
    static Map<String, @Nullable Object> of(Network network) {
        var layers = new ArrayList<Map<String, @Nullable Object>>();
        var preProcessors = new LinkedHashMap<String, Object>();
        for (var i = 0; i < network.nodes().size(); i++) {
            var visitor = new ExpectedConfiguration(network.readers(i) == 0);
            var layer = network.nodes().get(i).layer().accept(visitor);
            layers.add(tree("dataType", "FLOAT", "layer", layer));
            var planes = network.flattened(i);
            if (planes.isPresent()) {
                preProcessors.put(String.valueOf(i), flattening(planes.get()));
            }
        }
        return tree("dataType", "FLOAT", "confs", layers, "inputPreProcessors", preProcessors);
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
    public Map<String, @Nullable Object> visit(BatchNormalization layer) {
        throw new UnsupportedOperationException("deeper networks come with the next commit");
    }

    @Override
    public Map<String, @Nullable Object> visit(Addition layer) {
        throw new UnsupportedOperationException("deeper networks come with the next commit");
    }

    @Override
    public Map<String, @Nullable Object> visit(GlobalPooling layer) {
        throw new UnsupportedOperationException("deeper networks come with the next commit");
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
