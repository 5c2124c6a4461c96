package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through the graph of an ONNX file for what must not reach the native library, and for what goes in and comes
 * out. The numbers of the fields are those of {@code onnx.proto}.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/v1.17.0/onnx/onnx.proto">onnx.proto</a>
 */
final class OnnxReader {

    /** A loop or a condition holds graphs of its own. */
    private static final int MAXIMUM_DEPTH = 16;

    /** Operators of ONNX, of its part for classic machine learning, and those that ONNX Runtime adds itself. */
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft");

    private static final int VERSION = 1;
    private static final int GRAPH = 7;

    /** The type of an element. */
    private static final int FLOAT = 1;

    private final Set<String> initializers = new HashSet<>();
    private final List<GraphValue> inputs = new ArrayList<>();
    private final List<GraphValue> outputs = new ArrayList<>();
    private boolean hasVersion;
    private int graphs;

    /** Whether bytes are a message that has the two fields that every model has. */
    static boolean isModel(byte[] bytes) {
        var model = new ProtocolBufferReader(bytes);
        var hasVersion = false;
        var hasGraph = false;
        try {
            while (model.next()) {
                hasVersion |= model.field() == VERSION && model.number() > 0;
                hasGraph |= model.field() == GRAPH;
            }
            return hasVersion && hasGraph;
        } catch (IOException e) {
            // Most of a file that was cut short is missing in its graph.
            return hasVersion && (hasGraph || model.field() == GRAPH);
        }
    }

    /**
     * Reads a model.
     *
     * @param bytes the bytes of the file
     * @throws IOException if they are no model, or hold what must not be used
     */
    void read(byte[] bytes) throws IOException {
        var model = new ProtocolBufferReader(bytes);
        while (model.next()) {
            switch (model.field()) {
                case VERSION -> hasVersion = model.number() > 0;
                case GRAPH -> {
                    graphs++;
                    graph(model.message(), 0);
                }
                case 25 -> function(model.message());
                default -> {
                    // Names and documents.
                }
            }
        }
        if (!hasVersion || graphs != 1) {
            throw new IOException("it must hold the version of ONNX (ir_version) and one graph");
        }
    }

    /** The images. */
    GraphValue input() throws IOException {
        // Before version 4 of the format, parameters are inputs that have a value already.
        var images = inputs.stream()
                .filter(input -> !initializers.contains(input.name()))
                .toList();
        if (images.size() != 1) {
            throw new IOException(format("it has the inputs %s, but must have one, the images", names(images)));
        }
        var image = images.get(0);
        if (!image.isFloat()) {
            throw new IOException(format("its input %s must be a tensor of 32-bit floats", image.name()));
        }
        if (image.sizes().size() != 4) {
            throw new IOException(format(
                    "its input %s has the shape %s, but must have four dimensions: images, channels, rows and columns, or"
                            + " images, rows, columns and channels",
                    image.name(), GraphValue.describe(image.sizes())));
        }
        return image;
    }

    /** The numbers for each class. */
    GraphValue output() throws IOException {
        var numbers = outputs.stream().filter(GraphValue::isFloat).toList();
        if (numbers.size() != 1) {
            throw new IOException(format(
                    "it has the outputs %s, of which %d are tensors of 32-bit floats, but must have one such output:"
                            + " the numbers for the classes",
                    names(outputs), numbers.size()));
        }
        var output = numbers.get(0);
        if (output.sizes().size() != 2) {
            throw new IOException(format(
                    "its output %s has the shape %s, but must have two dimensions: images and classes",
                    output.name(), GraphValue.describe(output.sizes())));
        }
        return output;
    }

    private static List<String> names(List<GraphValue> values) {
        return values.stream().map(GraphValue::name).toList();
    }

    private void graph(ProtocolBufferReader graph, int depth) throws IOException {
        if (depth > MAXIMUM_DEPTH) {
            throw new IOException(format("its graphs are nested more than %d deep", MAXIMUM_DEPTH));
        }
        while (graph.next()) {
            switch (graph.field()) {
                case 1 -> node(graph.message(), depth);
                case 5 -> initializers.add(tensor(graph.message()));
                case 15 -> sparseTensor(graph.message());
                case 11 -> {
                    if (depth == 0) {
                        inputs.add(value(graph.message()));
                    }
                }
                case 12 -> {
                    if (depth == 0) {
                        outputs.add(value(graph.message()));
                    }
                }
                default -> {
                    // Names, documents, and the shapes of what is in between.
                }
            }
        }
    }

    private void function(ProtocolBufferReader function) throws IOException {
        while (function.next()) {
            if (function.field() == 7) {
                node(function.message(), 1);
            }
        }
    }

    private void node(ProtocolBufferReader node, int depth) throws IOException {
        while (node.next()) {
            switch (node.field()) {
                case 5 -> attribute(node.message(), depth);
                case 7 -> requireKnown(node.text());
                default -> {
                    // Names of what goes in and comes out, and of the operator.
                }
            }
        }
    }

    private static void requireKnown(String domain) throws IOException {
        if (!DOMAINS.contains(domain)) {
            throw new IOException(format(
                    "it has operators of '%s', which would need a library of their own; export it with the operators of"
                            + " ONNX alone",
                    domain));
        }
    }

    private void attribute(ProtocolBufferReader attribute, int depth) throws IOException {
        while (attribute.next()) {
            switch (attribute.field()) {
                case 5, 10 -> tensor(attribute.message());
                case 6, 11 -> graph(attribute.message(), depth + 1);
                case 22, 23 -> sparseTensor(attribute.message());
                default -> {
                    // Numbers and texts.
                }
            }
        }
    }

    private static void sparseTensor(ProtocolBufferReader sparse) throws IOException {
        while (sparse.next()) {
            if (sparse.field() == 1 || sparse.field() == 2) {
                tensor(sparse.message());
            }
        }
    }

    /** The name of a tensor, which is complete. */
    private static String tensor(ProtocolBufferReader tensor) throws IOException {
        var name = "";
        var isExternal = false;
        while (tensor.next()) {
            switch (tensor.field()) {
                case 8 -> name = tensor.text();
                case 13 -> isExternal = true;
                case 14 -> isExternal |= tensor.number() != 0;
                default -> {
                    // The sizes and the numbers.
                }
            }
        }
        if (isExternal) {
            throw new IOException(format(
                    "the numbers of %s are in another file, which is not read; export the model into one file, in Python"
                            + " with onnx.save(onnx.load(\"model.onnx\"), \"whole.onnx\")",
                    name));
        }
        return name;
    }

    private static GraphValue value(ProtocolBufferReader value) throws IOException {
        var name = "";
        var type = Optional.<ProtocolBufferReader>empty();
        while (value.next()) {
            switch (value.field()) {
                case 1 -> name = value.text();
                case 2 -> type = tensorType(value.message());
                default -> {
                    // A document.
                }
            }
        }
        return type.isEmpty() ? new GraphValue(name, false, List.of()) : value(name, type.get());
    }

    /** Empty for lists and maps. */
    private static Optional<ProtocolBufferReader> tensorType(ProtocolBufferReader type) throws IOException {
        var tensor = Optional.<ProtocolBufferReader>empty();
        while (type.next()) {
            if (type.field() == 1) {
                tensor = Optional.of(type.message());
            }
        }
        return tensor;
    }

    private static GraphValue value(String name, ProtocolBufferReader tensorType) throws IOException {
        var isFloat = false;
        List<Long> sizes = List.of();
        while (tensorType.next()) {
            switch (tensorType.field()) {
                case 1 -> isFloat = tensorType.number() == FLOAT;
                case 2 -> sizes = sizes(tensorType.message());
                default -> {
                    // There is nothing else.
                }
            }
        }
        return new GraphValue(name, isFloat, sizes);
    }

    private static List<Long> sizes(ProtocolBufferReader shape) throws IOException {
        var sizes = new ArrayList<Long>();
        while (shape.next()) {
            if (shape.field() == 1) {
                sizes.add(size(shape.message()));
            }
        }
        return sizes;
    }

    /** A size, or a name that stands for any. */
    private static long size(ProtocolBufferReader dimension) throws IOException {
        var size = GraphValue.ANY;
        while (dimension.next()) {
            if (dimension.field() == 1 && dimension.number() > 0) {
                size = dimension.number();
            }
        }
        return size;
    }
}
