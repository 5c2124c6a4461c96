package io.github.lenet.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lenet.io.Sha256;
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

        assertThat(OnnxFile.isOne(file)).isTrue();
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

        assertThat(OnnxFile.isOne(file)).isFalse();
        assertThat(OnnxFile.isOne(folder)).isFalse();
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

        assertThat(OnnxFile.isOne(file)).isTrue();
        assertThat(OnnxFile.read(file).input().sizes()).containsExactly(-1L, 1L, 28L, 28L);
        assertThat(OnnxFile.read(file).output().name()).isEqualTo("logits");
    }

    static Stream<Arguments> hostile() {
        var external = TensorProto.newBuilder()
                .setName("c1.weight")
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("/etc/passwd"));
        var elsewhere =
                TensorProto.newBuilder().setName("c1.weight").setDataLocation(TensorProto.DataLocation.EXTERNAL);
        var outside = "the numbers of c1.weight are in another file, which is not read";
        var library = "it has operators of 'com.acme', which would need a library of their own";
        return Stream.of(
                arguments(graph().addInitializer(external), outside),
                arguments(graph().addInitializer(elsewhere), outside),
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
                        outside),
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

        assertThat(OnnxFile.isOne(file)).isTrue();
        assertRefused(file, problem);
    }

    @Test
    void readsNothingOfAFileThatIsTooLarge() throws IOException {
        var file = folder.resolve("large.onnx");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {8, 8}));
            channel.write(ByteBuffer.wrap(new byte[1]), OnnxFile.MAXIMUM_SIZE);
        }

        assertThat(OnnxFile.isOne(file)).isTrue();
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

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformed")
    void saysWhereAFileIsNoMessage(byte[] bytes, String problem) throws IOException {
        var file = Files.write(folder.resolve("model.onnx"), bytes);

        assertThat(OnnxFile.isOne(file)).isTrue();
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
        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(OnnxFormatException.class)
                .hasMessageStartingWith(file + " is no usable ONNX model: " + problem);
    }

    private Path write(GraphProto.Builder graph) throws IOException {
        var model = ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build();
        return Files.write(folder.resolve("model.onnx"), model.toByteArray());
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
