package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.ProtocolBuffer;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through the graph of an ONNX file for what must not reach the native library, and for what goes in and comes
 * out, and takes into it what it keeps in other files. The numbers of the fields are those of {@code onnx.proto}.
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
    private static final int METADATA = 14;

    private static final int TENSOR_NAME = 8;
    private static final int RAW_NUMBERS = 9;
    private static final int EXTERNAL_DATA = 13;
    private static final int DATA_LOCATION = 14;

    /** The type of an element. */
    private static final int FLOAT = 1;

    private final ExternalData data;
    private final Set<String> initializers = new HashSet<>();
    private final List<GraphValue> inputs = new ArrayList<>();
    private final List<GraphValue> outputs = new ArrayList<>();
    private final Map<String, String> metadata = new HashMap<>();
    private boolean hasVersion;
    private int graphs;

    /**
     * Begins.
     *
     * @param data gives the numbers that are in other files
     */
    OnnxReader(ExternalData data) {
        this.data = data;
    }

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
     * @return the bytes of the same model, with all numbers of its tensors in it
     * @throws IOException if they are no model, or hold what must not be used
     */
    byte[] read(byte[] bytes) throws IOException {
        var whole = message(new ProtocolBufferReader(bytes), OnnxMessage.MODEL, 0);
        if (!hasVersion || graphs != 1) {
            throw new IOException("it must hold the version of ONNX (ir_version) and one graph");
        }
        return whole.isEmpty() ? bytes : joined(whole);
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

    /** What the classes are called, if {@code lenet:export} has written the file. */
    List<String> classNames() {
        var names = metadata.getOrDefault("classNames", "[]");
        try {
            var all = Json.parse("{\"names\":" + names + "}", ClassNames.class, "classNames")
                    .names();
            return all.contains(null) ? List.of() : all;
        } catch (IOException e) {
            // Another library means something else by that.
            return List.of();
        }
    }

    private record ClassNames(List<String> names) {}

    private static List<String> names(List<GraphValue> values) {
        return values.stream().map(GraphValue::name).toList();
    }

    /**
     * Reads a message, and whatever is in it.
     *
     * @param depth how many graphs it is in, behind the first one
     * @return its pieces, if they are others than in the file, because numbers were in other files; else none
     */
    private List<ByteBuffer> message(ProtocolBufferReader message, OnnxMessage kind, int depth) throws IOException {
        if (depth > MAXIMUM_DEPTH) {
            throw new IOException(format("its graphs are nested more than %d deep", MAXIMUM_DEPTH));
        }
        if (kind == OnnxMessage.TENSOR) {
            return tensor(message);
        }
        var pieces = new ArrayList<ByteBuffer>();
        var isWhole = true;
        while (message.next()) {
            notice(message, kind, depth);
            var inner = kind.in(message.field());
            var changed = inner.isEmpty()
                    ? List.<ByteBuffer>of()
                    : message(message.message(), inner.get(), depth(kind, inner.get(), depth));
            if (changed.isEmpty()) {
                pieces.add(message.bytes());
            } else {
                pieces.add(beginning(message.field(), length(changed)));
                pieces.addAll(changed);
                isWhole = false;
            }
        }
        return isWhole ? List.of() : List.copyOf(pieces);
    }

    private static int depth(OnnxMessage outer, OnnxMessage inner, int depth) {
        return inner == OnnxMessage.GRAPH && outer != OnnxMessage.MODEL ? depth + 1 : depth;
    }

    /** Takes what is known of the network from the current field of a message. */
    private void notice(ProtocolBufferReader message, OnnxMessage kind, int depth) throws IOException {
        switch (kind) {
            case MODEL -> {
                if (message.field() == METADATA) {
                    entry(message.message(), metadata);
                }
                hasVersion |= message.field() == VERSION && message.number() > 0;
                graphs += message.field() == GRAPH ? 1 : 0;
            }
            case GRAPH -> {
                if (depth == 0) {
                    noticeValue(message);
                }
            }
            case NODE -> {
                if (message.field() == 7) {
                    requireKnown(message.text());
                }
            }
            default -> {
                // Numbers and texts.
            }
        }
    }

    private void noticeValue(ProtocolBufferReader graph) throws IOException {
        switch (graph.field()) {
            case 5 -> initializers.add(name(graph.message()));
            case 11 -> inputs.add(value(graph.message()));
            case 12 -> outputs.add(value(graph.message()));
            default -> {
                // Operators, names, documents, and the shapes of what is in between.
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

    private static String name(ProtocolBufferReader tensor) throws IOException {
        var name = "";
        while (tensor.next()) {
            if (tensor.field() == TENSOR_NAME) {
                name = tensor.text();
            }
        }
        return name;
    }

    /** As {@link #message}, for a tensor. */
    private List<ByteBuffer> tensor(ProtocolBufferReader tensor) throws IOException {
        var pieces = new ArrayList<ByteBuffer>();
        var entries = new HashMap<String, String>();
        var name = "";
        var isExternal = false;
        while (tensor.next()) {
            switch (tensor.field()) {
                case RAW_NUMBERS -> {
                    // Those of the other file take their place, if there is one.
                }
                case EXTERNAL_DATA -> {
                    isExternal = true;
                    entry(tensor.message(), entries);
                }
                case DATA_LOCATION -> isExternal |= tensor.number() != 0;
                case TENSOR_NAME -> {
                    name = tensor.text();
                    pieces.add(tensor.bytes());
                }
                default -> pieces.add(tensor.bytes());
            }
        }
        if (!isExternal) {
            return List.of();
        }
        var numbers = data.read(name, entries);
        pieces.add(beginning(RAW_NUMBERS, numbers.length));
        pieces.add(ByteBuffer.wrap(numbers));
        return List.copyOf(pieces);
    }

    /** A key and its value. */
    private static void entry(ProtocolBufferReader entry, Map<String, String> entries) throws IOException {
        var key = "";
        var value = "";
        while (entry.next()) {
            switch (entry.field()) {
                case 1 -> key = entry.text();
                case 2 -> value = entry.text();
                default -> {
                    // There is nothing else.
                }
            }
        }
        entries.put(key, value);
    }

    /** What stands before the content of a field. */
    private static ByteBuffer beginning(int field, int length) {
        return ByteBuffer.wrap(new ProtocolBuffer().beginBytes(field, length).toByteArray());
    }

    private static int length(List<ByteBuffer> pieces) {
        return pieces.stream().mapToInt(ByteBuffer::remaining).sum();
    }

    private static byte[] joined(List<ByteBuffer> pieces) {
        var whole = ByteBuffer.allocate(length(pieces));
        pieces.forEach(whole::put);
        return whole.array();
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
