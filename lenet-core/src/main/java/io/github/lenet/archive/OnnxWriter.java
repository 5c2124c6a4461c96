package io.github.lenet.archive;

import io.github.lenet.io.ProtocolBuffer;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Network;
import io.github.lenet.recipe.Software;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a model as ONNX, for prediction: batch normalisation is a part of the convolutions, and softmax comes last.
 *
 * <p>The input {@code image} has the shape {@code batch} x channels x rows x columns, with values from 0 to 1; the
 * output {@code probabilities} has {@code batch} x classes. A layer gives its name to its parameters, to its operators
 * and to what it gives. The numbers of the fields are those of {@code onnx.proto}.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/v1.10.0/onnx/onnx.proto">onnx.proto</a>
 */
final class OnnxWriter {

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;

    private static final String IMAGE = "image";
    private static final String PROBABILITIES = "probabilities";

    private final Architecture architecture;
    private final Network network;
    private final float[] parameters;

    private OnnxWriter(Architecture architecture, FoldedNetwork folded) {
        this.architecture = architecture;
        this.network = folded.network();
        this.parameters = folded.parameters();
    }

    /**
     * Encodes a model.
     *
     * @param model the model
     * @param metadata what else the file says
     * @return the bytes of the file, the same for the same model and version of this library
     */
    static byte[] bytes(ModelArchive model, Map<String, String> metadata) {
        var architecture = model.description().adaptedArchitecture();
        var state = model.state();
        var folded = FoldedNetwork.of(architecture.network(), state.parameters(), state.statistics());
        var file = new ProtocolBuffer()
                .number(1, IR_VERSION)
                .text(2, "lenet")
                .text(3, Software.current().lenet())
                .message(7, new OnnxWriter(architecture, folded).graph())
                .message(8, new ProtocolBuffer().number(2, OPERATOR_SET));
        metadata.forEach((key, value) ->
                file.message(14, new ProtocolBuffer().text(1, key).text(2, value)));
        return file.toByteArray();
    }

    private ProtocolBuffer graph() {
        var graph = new ProtocolBuffer();
        for (var i = 0; i < network.nodes().size(); i++) {
            addOperators(i, graph);
        }
        graph.text(2, architecture.name());
        for (var tensor : StateTensor.of(architecture, network)) {
            graph.message(5, initializer(tensor));
        }
        var image = network.image();
        return graph.message(11, value(IMAGE, image.channels(), image.height(), image.width()))
                .message(12, value(PROBABILITIES, network.outputSize()));
    }

    private void addOperators(int node, ProtocolBuffer graph) {
        var layer = architecture.layerName(network.nodes().get(node));
        var inputs =
                network.nodes().get(node).inputs().stream().map(this::outputOf).toList();
        var operators = OnnxOperator.of(network, node);
        for (var i = 0; i < operators.size(); i++) {
            var operator = operators.get(i);
            var name = layer + "." + operator.type();
            var output = i < operators.size() - 1 ? name : outputOf(node);
            graph.message(1, node(name, operator, layer, inputs, output));
            inputs = List.of(output);
        }
    }

    private String outputOf(int node) {
        if (node == Network.IMAGE) {
            return IMAGE;
        }
        return network.readers(node) == 0
                ? PROBABILITIES
                : architecture.layerName(network.nodes().get(node));
    }

    private static ProtocolBuffer node(
            String name, OnnxOperator operator, String layer, List<String> inputs, String output) {
        var node = new ProtocolBuffer();
        Stream.concat(inputs.stream(), operator.parameters().stream().map(parameter -> layer + "." + parameter))
                .forEach(input -> node.text(1, input));
        node.text(2, output).text(3, name).text(4, operator.type());
        operator.attributes().forEach(attribute -> node.message(5, attribute));
        return node;
    }

    private ProtocolBuffer initializer(StateTensor tensor) {
        var message = new ProtocolBuffer();
        tensor.shape().forEach(size -> message.number(1, size));
        // Without batch normalisation there are no statistics.
        return message.number(2, FLOAT).text(8, tensor.name()).bytes(9, tensor.bytes(parameters, new float[0]));
    }

    /** An input or output: any number of images, then the sizes. */
    private static ProtocolBuffer value(String name, int... sizes) {
        var shape = new ProtocolBuffer().message(1, new ProtocolBuffer().text(2, "batch"));
        for (var size : sizes) {
            shape.message(1, new ProtocolBuffer().number(1, size));
        }
        var tensor = new ProtocolBuffer().number(1, FLOAT).message(2, shape);
        return new ProtocolBuffer().text(1, name).message(2, new ProtocolBuffer().message(1, tensor));
    }
}
