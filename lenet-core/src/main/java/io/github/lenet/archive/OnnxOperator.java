package io.github.lenet.archive;

import io.github.lenet.io.ProtocolBuffer;
import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.LayerVisitor;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a computation in ONNX.
 *
 * @param type the operator
 * @param parameters what it takes of its layer besides the inputs
 * @param attributes messages of the type {@code AttributeProto}
 * @see <a href="https://onnx.ai/onnx/operators/">ONNX operators</a>
 */
record OnnxOperator(String type, List<String> parameters, List<ProtocolBuffer> attributes) {

    private static final List<String> WEIGHT = List.of(StateTensor.WEIGHT);
    private static final List<String> WEIGHT_AND_BIAS = List.of(StateTensor.WEIGHT, StateTensor.BIAS);

    /** The operators for a layer, each of which takes what the one before it gives; behind the last layer softmax. */
    static List<OnnxOperator> of(Network network, int node) {
        var layer = network.nodes().get(node).layer();
        var operators =
                new ArrayList<>(layer.accept(new OfLayer(network.flattened(node).isPresent())));
        switch (layer.activation()) {
            case RELU -> operators.add(plain("Relu"));
            case TANH -> operators.add(plain("Tanh"));
            case IDENTITY -> {}
        }
        if (network.readers(node) == 0) {
            operators.add(plain("Softmax", number("axis", 1)));
        }
        return operators;
    }

    /** Without parameters. */
    private static OnnxOperator plain(String type, ProtocolBuffer... attributes) {
        return new OnnxOperator(type, List.of(), List.of(attributes));
    }

    /** From planes to a value after the other, for each image: channel, row, column. */
    private static OnnxOperator flattening() {
        return plain("Flatten", number("axis", 1));
    }

    private static ProtocolBuffer number(String name, int value) {
        return new ProtocolBuffer().text(1, name).number(3, value).number(20, 2);
    }

    private static ProtocolBuffer numbers(String name, int... values) {
        var attribute = new ProtocolBuffer().text(1, name);
        for (var value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, 7);
    }

    /**
     * What a layer is without its activation.
     *
     * @param flattens whether it takes planes as values in a row
     */
    private record OfLayer(boolean flattens) implements LayerVisitor<List<OnnxOperator>> {

        @Override
        public List<OnnxOperator> visit(Convolution convolution) {
            var kernel = convolution.kernelSize();
            var padding = convolution.padding();
            return List.of(new OnnxOperator(
                    "Conv",
                    convolution.hasBias() ? WEIGHT_AND_BIAS : WEIGHT,
                    List.of(
                            numbers("kernel_shape", kernel, kernel),
                            numbers("pads", padding, padding, padding, padding),
                            numbers("strides", convolution.stride(), convolution.stride()))));
        }

        @Override
        public List<OnnxOperator> visit(Pooling pooling) {
            var size = pooling.size();
            return List.of(plain(
                    pooling.kind() == Pooling.Kind.MAXIMUM ? "MaxPool" : "AveragePool",
                    numbers("kernel_shape", size, size),
                    numbers("strides", size, size)));
        }

        @Override
        public List<OnnxOperator> visit(Dense dense) {
            var product = new OnnxOperator("Gemm", WEIGHT_AND_BIAS, List.of(number("transB", 1)));
            return flattens ? List.of(flattening(), product) : List.of(product);
        }

        @Override
        public List<OnnxOperator> visit(Addition addition) {
            return List.of(plain("Add"));
        }

        @Override
        public List<OnnxOperator> visit(GlobalPooling pooling) {
            return List.of(plain("GlobalAveragePool"), flattening());
        }

        @Override
        public List<OnnxOperator> visit(BatchNormalization normalization) {
            throw new IllegalArgumentException("a folded network has no batch normalisation");
        }
    }
}
