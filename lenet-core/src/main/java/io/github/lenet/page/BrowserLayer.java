package io.github.lenet.page;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A layer in the form that {@code classifier.js} computes with: its {@code type}, its {@code activation}, its sizes,
 * the {@code inputs} as indices of earlier layers (-1 for the image), and where its {@code weights}, {@code biases} and
 * so on begin among all parameters.
 */
final class BrowserLayer implements LayerVisitor<Map<String, Object>> {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private BrowserLayer() {}

    /** The layers of a network, in order. */
    static List<Map<String, Object>> of(Network network) {
        return IntStream.range(0, network.nodes().size())
                .mapToObj(node -> of(network, node))
                .toList();
    }

    private static Map<String, Object> of(Network network, int node) {
        var values = network.nodes().get(node).layer().accept(new BrowserLayer());
        values.put("inputs", network.nodes().get(node).inputs());
        network.slices(node).forEach(slice -> values.put(lowerCase(slice.kind()), slice.from()));
        return values;
    }

    @Override
    public Map<String, Object> visit(Convolution convolution) {
        begin("convolution", convolution.activation());
        planes(convolution.input());
        values.put("filters", convolution.filters());
        values.put("kernelSize", convolution.kernelSize());
        values.put("stride", convolution.stride());
        values.put("padding", convolution.padding());
        return values;
    }

    @Override
    public Map<String, Object> visit(Pooling pooling) {
        begin("pooling", pooling.activation());
        values.put("kind", lowerCase(pooling.kind()));
        planes(pooling.input());
        values.put("size", pooling.size());
        return values;
    }

    @Override
    public Map<String, Object> visit(Dense dense) {
        begin("dense", dense.activation());
        values.put("units", dense.outputs());
        return values;
    }

    @Override
    public Map<String, Object> visit(Addition addition) {
        begin("addition", addition.activation());
        return values;
    }

    @Override
    public Map<String, Object> visit(GlobalPooling pooling) {
        begin("globalPooling", pooling.activation());
        planes(pooling.input());
        return values;
    }

    @Override
    public Map<String, Object> visit(BatchNormalization normalization) {
        throw new IllegalArgumentException("a folded network has no batch normalisation");
    }

    private void begin(String type, Activation activation) {
        values.put("type", type);
        values.put("activation", lowerCase(activation));
    }

    private void planes(Shape planes) {
        values.put("channels", planes.channels());
        values.put("height", planes.height());
        values.put("width", planes.width());
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
