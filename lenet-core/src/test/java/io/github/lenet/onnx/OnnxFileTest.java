package io.github.lenet.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lenet.io.ProtocolBuffer;
import io.github.lenet.io.Sha256;
import io.github.lenet.text.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.SparseTensorProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of PyTorch, and files that generated classes of ONNX wrote. */
class OnnxFileTest {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    @TempDir
    private Path folder;

    @Test
    void readsANetworkOfPyTorch() throws IOException {
        var file = OnnxFiles.network();

        var network = OnnxFile.read(file);

        assertThat(OnnxFile.find(file).map(OnnxFile::sha256)).hasValue(network.sha256());
        assertThat(network.dataFiles()).isEmpty();
        assertThat(network.input()).isEqualTo(new GraphValue("image", true, List.of(-1L, 1L, 28L, 28L)));
        assertThat(network.output()).isEqualTo(new GraphValue("logits", true, List.of(-1L, 10L)));
        assertThat(network.sha256()).isEqualTo(Sha256.hex(file));
        assertThat(file).hasBinaryContent(network.bytes());
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("an empty file", new byte[0]),
                arguments("a text", "\n\n\b\b:: a text".getBytes(StandardCharsets.UTF_8)),
                arguments("a zip", "PK\3\4 and so on".getBytes(StandardCharsets.UTF_8)),
                arguments(
                        "no graph",
                        ModelProto.newBuilder().setIrVersion(8).build().toByteArray()),
                arguments(
                        "no version",
                        ModelProto.newBuilder().setGraph(graph()).build().toByteArray()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void tellsOtherFilesFromOnnx(String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("other"), bytes);

        assertThat(OnnxFile.find(file)).isEmpty();
        assertThat(OnnxFile.find(folder)).isEmpty();
        assertThat(OnnxFile.find(folder.resolve("none"))).isEmpty();
    }

    static Stream<Arguments> usable() {
        return Stream.of(
                arguments("the least", graph()),
                arguments(
                        "parameters among the inputs",
                        graph().addInitializer(TensorProto.newBuilder().setName("w"))
                                .addInput(value("w", FLOAT, 8, 1, 5, 5))),
                arguments("a label beside the probabilities", graph().addOutput(value("label", INT64, 0))),
                arguments("an operator of ONNX Runtime", graph().addNode(node("com.microsoft"))),
                arguments("a loop in a loop", graph().addNode(nested(2, node("")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usable")
    void takes(String name, GraphProto.Builder graph) throws IOException {
        var file = write(graph);

        assertThat(OnnxFile.find(file)).isPresent();
        assertThat(OnnxFile.read(file).input().sizes()).containsExactly(-1L, 1L, 28L, 28L);
        assertThat(OnnxFile.read(file).output().name()).isEqualTo("logits");
    }

    static Stream<Arguments> hostile() {
        var external = external("/etc/passwd");
        var elsewhere =
                TensorProto.newBuilder().setName("c1.weight").setDataLocation(TensorProto.DataLocation.EXTERNAL);
        var outside = "the numbers of c1.weight are in '/etc/passwd', which is no file in the folder of the model";
        var nowhere = "the numbers of c1.weight are in '', which is no file in the folder of the model";
        var library = "it has operators of 'com.acme', which would need a library of their own";
        return Stream.of(
                arguments(graph().addInitializer(external), outside),
                arguments(graph().addInitializer(elsewhere), nowhere),
                arguments(
                        graph().addSparseInitializer(
                                        SparseTensorProto.newBuilder().setValues(external)),
                        outside),
                arguments(
                        graph().addNode(node("").addAttribute(
                                        AttributeProto.newBuilder().setT(external))),
                        outside),
                arguments(
                        graph().addNode(nested(
                                3,
                                node("").addAttribute(
                                                AttributeProto.newBuilder().addTensors(elsewhere)))),
                        nowhere),
                arguments(graph().addNode(node("com.acme")), library),
                arguments(graph().addNode(nested(1, node("com.acme"))), library),
                arguments(graph().addNode(nested(17, node(""))), "its graphs are nested more than 16 deep"),
                arguments(graph().clearInput(), "it has the inputs [], but must have one, the images"),
                arguments(
                        graph().addInput(value("mask", FLOAT, 0, 28, 28)),
                        "it has the inputs [image, mask], but must have one, the images"),
                arguments(
                        graph().clearInput().addInput(value("image", INT64, 0, 1, 28, 28)),
                        "its input image must be a tensor of 32-bit floats"),
                arguments(
                        graph().clearInput().addInput(value("image", FLOAT, 0, 784)),
                        "its input image has the shape ?x784, but must have four dimensions"),
                arguments(
                        graph().clearOutput(),
                        "it has the outputs [], of which 0 are tensors of 32-bit floats, but must have one such output"),
                arguments(
                        graph().addOutput(value("features", FLOAT, 0, 128)),
                        "it has the outputs [logits, features], of which 2 are tensors of 32-bit floats"),
                arguments(
                        graph().clearOutput().addOutput(value("logits", FLOAT, 0, 10, 1, 1)),
                        "its output logits has the shape ?x10x1x1, but must have two dimensions"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("hostile")
    void refuses(GraphProto.Builder graph, String problem) throws IOException {
        var file = write(graph);

        assertRefused(file, problem);
    }

    @Test
    void readsNothingOfAFileThatIsTooLarge() throws IOException {
        var file = folder.resolve("large.onnx");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {8, 8}));
            channel.write(ByteBuffer.wrap(new byte[1]), OnnxFile.MAXIMUM_SIZE);
        }

        assertRefused(file, "it has more than 256 MiB");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments(new byte[] {8, 8, 58, 100, 1}, "at byte 2, field 7 has 100 bytes, but there are 1"),
                arguments(new byte[] {8, 8, 58, 2, 18, 100}, "at byte 4, field 2 has 100 bytes, but there are 0"),
                arguments(new byte[] {8, 8, 58, 0, 8, -1}, "at byte 4, a number ends too early"),
                arguments(new byte[] {8, 8, 58, 0, 0}, "at byte 4, a field has the number 0"),
                arguments(new byte[] {8, 8, 58, 0, 27}, "at byte 4, field 3 has the type 3"),
                arguments(new byte[] {8, 8, 58, 2, 88, 1}, "at byte 4, field 11 is not a message"),
                arguments(
                        new byte[] {8, 8, 58, 0, 58, 0}, "it must hold the version of ONNX (ir_version) and one graph"),
                arguments(
                        new byte[] {8, 8, 58, 0, 16, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
                        "at byte 4, a number has more than ten bytes"));
    }

    /** As PyTorch writes a network by default since its version 2.9, and in folders and pieces besides. */
    @Test
    void takesNumbersFromOtherFilesInItsFolder() throws IOException {
        var whole = ModelProto.parseFrom(Files.readAllBytes(OnnxFiles.network()));
        var model = whole.toBuilder();
        var together = new ByteArrayOutputStream();
        Files.createDirectory(folder.resolve("more"));
        for (var i = 0; i < whole.getGraph().getInitializerCount(); i++) {
            var tensor = model.getGraphBuilder().getInitializerBuilder(i);
            var numbers = tensor.getRawData().toByteArray();
            tensor.clearRawData().setDataLocation(TensorProto.DataLocation.EXTERNAL);
            if (i == 0) {
                Files.write(folder.resolve("more/first"), numbers);
                tensor.addExternalData(entry("location", "more/first"));
            } else {
                tensor.addExternalData(entry("location", "model.onnx.data"))
                        .addExternalData(entry("offset", String.valueOf(together.size())))
                        .addExternalData(entry("length", String.valueOf(numbers.length)));
                together.writeBytes(numbers);
            }
        }
        var data = Files.write(folder.resolve("model.onnx.data"), together.toByteArray());
        var file = Files.write(folder.resolve("model.onnx"), model.build().toByteArray());

        var network = OnnxFile.read(file);

        assertThat(ModelProto.parseFrom(network.bytes())).isEqualTo(whole);
        assertThat(network.dataFiles()).containsExactly("model.onnx.data", "more/first");
        assertThat(network.sha256()).isEqualTo(Sha256.hex(network.bytes()));

        together.write(0);
        Files.write(data, together.toByteArray());
        assertThat(OnnxFile.read(file).sha256()).as("a byte that no tensor has").isEqualTo(network.sha256());
        var other = together.toByteArray();
        other[0]++;
        Files.write(data, other);
        assertThat(OnnxFile.read(file).sha256()).isNotEqualTo(network.sha256());
    }

    static Stream<Arguments> outside() {
        var where = "which is no file in the folder of the model or below it";
        return Stream.of(
                arguments("../weights", where),
                arguments("below/../../weights", where),
                arguments("", where),
                arguments("weights\0", where),
                arguments("below", "which does not exist; keep it beside the model"),
                arguments("none", "which does not exist; keep it beside the model"),
                arguments("link", "which is a link, and no link is followed"),
                arguments("folder-link/weights", "which is a link, and no link is followed"));
    }

    @ParameterizedTest(name = "{index}: {1}")
    @MethodSource("outside")
    void readsNoOtherFileThanThoseInItsFolder(String location, String problem) throws IOException {
        var model = Files.createDirectories(folder.resolve("model/below")).getParent();
        Files.write(folder.resolve("weights"), new byte[4]);
        Files.createSymbolicLink(model.resolve("link"), folder.resolve("weights"));
        Files.createSymbolicLink(model.resolve("folder-link"), folder);

        var file = write(model, graph().addInitializer(external(location)));

        assertRefused(file, "the numbers of c1.weight are in '" + Printable.of(location, 100) + "', " + problem);
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                arguments("5", "0", "0 bytes from byte 5 on, but that file has 4 bytes"),
                arguments("0", "5", "5 bytes from byte 0 on, but that file has 4 bytes"),
                arguments("4", "1", "1 bytes from byte 4 on, but that file has 4 bytes"),
                arguments("999999999999999999", "999999999999999999", "999999999999999999 bytes from byte "),
                arguments("-1", "2", "but its offset is '-1', which is no number of bytes"),
                arguments(
                        "0", "9999999999999999999", "but its length is '9999999999999999999', which is no number of"));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void readsNothingBeyondAFile(String offset, String length, String problem) throws IOException {
        Files.write(folder.resolve("weights"), new byte[4]);
        var tensor =
                external("weights").addExternalData(entry("offset", offset)).addExternalData(entry("length", length));

        assertRefused(write(graph().addInitializer(tensor)), "the numbers of c1.weight are in 'weights', " + problem);
    }

    @Test
    void readsNoMoreOfOtherFilesThanOfOne() throws IOException {
        try (var channel =
                FileChannel.open(folder.resolve("weights"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), OnnxFile.MAXIMUM_SIZE);
        }

        assertRefused(write(graph().addInitializer(external("weights"))), "its numbers in other files have more than");
    }

    /** Fields that the generated classes do not know. */
    static Stream<Arguments> places() {
        var attribute = AttributeProto.newBuilder()
                .setName("value")
                .setT(external("weights"))
                .build()
                .toByteArray();
        var node = new ProtocolBuffer().text(4, "Constant").bytes(5, attribute);
        var graph = new ProtocolBuffer().message(1, node);
        return Stream.of(
                arguments("a node of a function", 25, new ProtocolBuffer().message(7, node)),
                arguments("a default of a function", 25, new ProtocolBuffer().bytes(11, attribute)),
                arguments("what begins a training", 20, new ProtocolBuffer().message(1, graph)),
                arguments("a step of a training", 20, new ProtocolBuffer().message(2, graph)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void findsNumbersWhereverTheyAre(String name, int field, ProtocolBuffer content) throws IOException {
        var model = new ProtocolBuffer()
                .number(1, 8)
                .bytes(7, graph().build().toByteArray())
                .message(field, content);
        var file = Files.write(folder.resolve("model.onnx"), model.toByteArray());
        assertRefused(file, "the numbers of c1.weight are in 'weights', which does not exist");

        Files.writeString(folder.resolve("weights"), "the numbers");

        var text = new String(OnnxFile.read(file).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("the numbers").doesNotContain("location");
        assertThat(OnnxFile.read(file).dataFiles()).containsExactly("weights");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformed")
    void saysWhereAFileIsNoMessage(byte[] bytes, String problem) throws IOException {
        var file = Files.write(folder.resolve("model.onnx"), bytes);

        assertRefused(file, problem);
    }

    /** Whatever is missing, and whichever byte is another one: the file is read, or refused with a sentence. */
    @Test
    void refusesWhatIsDamagedWithASentence() throws IOException {
        var whole = Files.readAllBytes(write(graph().addNode(nested(2, node("")))));
        var refused = 0;
        for (var place = 0; place < whole.length; place++) {
            for (var bit = 0; bit <= Byte.SIZE; bit++) {
                var damaged = Arrays.copyOf(whole, bit < Byte.SIZE ? whole.length : place);
                if (bit < Byte.SIZE) {
                    damaged[place] ^= (byte) (1 << bit);
                }
                try {
                    OnnxFile.read(Files.write(folder.resolve("damaged.onnx"), damaged));
                } catch (OnnxFormatException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(whole.length);
    }

    private static void assertRefused(Path file, String problem) {
        for (var reading : List.<ThrowingCallable>of(() -> OnnxFile.read(file), () -> OnnxFile.find(file))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(OnnxFormatException.class)
                    .hasMessageStartingWith(file + " is no usable ONNX model: " + problem);
        }
    }

    private Path write(GraphProto.Builder graph) throws IOException {
        return write(folder, graph);
    }

    private static Path write(Path folder, GraphProto.Builder graph) throws IOException {
        var model = ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build();
        return Files.write(folder.resolve("model.onnx"), model.toByteArray());
    }

    /** A tensor whose numbers are in another file. */
    private static TensorProto.Builder external(String location) {
        return TensorProto.newBuilder().setName("c1.weight").addExternalData(entry("location", location));
    }

    private static StringStringEntryProto.Builder entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value);
    }

    /** A graph that can be used, as far as its inputs and outputs go. */
    private static GraphProto.Builder graph() {
        return GraphProto.newBuilder()
                .setName("g")
                .addInput(value("image", FLOAT, 0, 1, 28, 28))
                .addOutput(value("logits", FLOAT, 0, 10));
    }

    private static ValueInfoProto.Builder value(String name, int type, int... sizes) {
        var shape = TensorShapeProto.newBuilder();
        for (var size : sizes) {
            var dimension = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(size == 0 ? dimension.setDimParam("n") : dimension.setDimValue(size));
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }

    private static NodeProto.Builder node(String domain) {
        return NodeProto.newBuilder().setOpType("Relu").setDomain(domain);
    }

    /** A node with a graph with a node with a graph. */
    private static NodeProto.Builder nested(int depth, NodeProto.Builder inner) {
        var node = inner;
        for (var i = 0; i < depth; i++) {
            node = node("").addAttribute(AttributeProto.newBuilder()
                    .setG(GraphProto.newBuilder().addNode(node)));
        }
        return node;
    }
}
