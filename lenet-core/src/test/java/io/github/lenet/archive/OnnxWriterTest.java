package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Architecture;
import io.github.lenet.recipe.Software;
import io.github.lenet.training.TestBatches;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TypeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported models, as ONNX Runtime computes them and as generated classes of ONNX read them. */
class OnnxWriterTest {

    private static final float TOLERANCE = 1e-5f;

    @TempDir
    private Path folder;

    static Stream<Arguments> networks() {
        return Architecture.names().stream()
                .flatMap(name -> Stream.of(
                        Arguments.of(name, SyntheticDigits.train(60, 1), SyntheticDigits.test(40, 1)),
                        Arguments.of(name, ColouredDigits.train(60, 1), ColouredDigits.test(40, 1))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onnxRuntimeGivesTheSameAnswers(String architecture, Dataset train, Dataset test) throws Exception {
        var archive = folder.resolve("model.zip");
        TrainedModels.of(architecture, train).write(archive);
        var expected = Classifier.load(archive).probabilities(test.pixels(), 0, test.size());

        var file = export(archive);

        try (var session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            assertSame(session, test, expected, 0, test.size());
            // Any number of images.
            assertSame(session, test, expected, 0, 1);
            assertSame(session, test, expected, 30, 7);
            assertShape(session.getInputInfo(), "image", -1, test.channels(), test.height(), test.width());
            assertShape(
                    session.getOutputInfo(),
                    "probabilities",
                    -1,
                    test.classNames().size());
        }
        requireRules(ModelProto.parseFrom(Files.readAllBytes(file)).getGraph());
    }

    private static void assertSame(OrtSession session, Dataset images, float[] expected, int from, int count)
            throws OrtException {
        var shape = new long[] {count, images.channels(), images.height(), images.width()};
        var pixels = FloatBuffer.wrap(TestBatches.of(images, from, count).images());
        try (var input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), pixels, shape);
                var result = session.run(Map.of("image", input))) {
            var probabilities =
                    (float[][]) result.get("probabilities").orElseThrow().getValue();
            assertThat(probabilities).hasNumberOfRows(count);
            var classes = images.classNames().size();
            for (var image = 0; image < count; image++) {
                var ours = new float[classes];
                System.arraycopy(expected, (from + image) * classes, ours, 0, classes);
                assertThat(probabilities[image]).containsExactly(ours, within(TOLERANCE));
                assertThat(largest(probabilities[image])).isEqualTo(largest(ours));
            }
        }
    }

    private static int largest(float[] probabilities) {
        var largest = 0;
        for (var i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static void assertShape(Map<String, NodeInfo> values, String name, long... shape) {
        assertThat(values).containsOnlyKeys(name);
        assertThat(((TensorInfo) values.get(name).getInfo()).getShape()).containsExactly(shape);
    }

    /**
     * What the checker of ONNX requires: every name once, nothing used before it is there, data that fits its shape.
     */
    private static void requireRules(GraphProto graph) {
        var known = new HashSet<>(Set.of("image"));
        for (var parameters : graph.getInitializerList()) {
            assertThat(known.add(parameters.getName())).as(parameters.getName()).isTrue();
            assertThat(parameters.getDataType()).isEqualTo(TensorProto.DataType.FLOAT_VALUE);
            assertThat(parameters.getRawData().size())
                    .as(parameters.getName())
                    .isEqualTo(4 * parameters.getDimsList().stream().reduce(1L, Math::multiplyExact));
        }
        for (var node : graph.getNodeList()) {
            assertThat(known).as("inputs of " + node.getName()).containsAll(node.getInputList());
            assertThat(node.getOutputList()).hasSize(1).allMatch(known::add);
        }
        assertThat(known).contains("probabilities");
        assertThat(graph.getNodeList().stream().map(NodeProto::getName)).doesNotHaveDuplicates();
        assertThat(graph.getNodeList().stream().flatMap(node -> node.getInputList().stream()))
                .containsAll(graph.getInitializerList().stream()
                        .map(TensorProto::getName)
                        .toList());
    }

    @Test
    void namesEverythingAfterItsLayer() throws Exception {
        var archive = folder.resolve("model.zip");
        StockNetworks.archive("lenet5").write(archive);

        var graph = ModelProto.parseFrom(Files.readAllBytes(export(archive))).getGraph();

        assertThat(graph.getName()).isEqualTo("lenet5");
        assertThat(graph.getNodeList())
                .extracting(NodeProto::getName)
                .containsExactly(
                        "c1.Conv",
                        "c1.Relu",
                        "s2.MaxPool",
                        "c3.Conv",
                        "c3.Relu",
                        "s4.MaxPool",
                        "c5.Flatten",
                        "c5.Gemm",
                        "c5.Relu",
                        "f6.Gemm",
                        "f6.Relu",
                        "output.Gemm",
                        "output.Softmax");
        assertThat(graph.getInitializerList())
                .extracting(TensorProto::getName, TensorProto::getDimsList)
                .containsExactly(
                        tuple("c1.weight", List.of(6L, 1L, 5L, 5L)),
                        tuple("c1.bias", List.of(6L)),
                        tuple("c3.weight", List.of(16L, 6L, 5L, 5L)),
                        tuple("c3.bias", List.of(16L)),
                        tuple("c5.weight", List.of(120L, 256L)),
                        tuple("c5.bias", List.of(120L)),
                        tuple("f6.weight", List.of(84L, 120L)),
                        tuple("f6.bias", List.of(84L)),
                        tuple("output.weight", List.of(10L, 84L)),
                        tuple("output.bias", List.of(10L)));
    }

    @Test
    void leavesNoBatchNormalization() throws Exception {
        var archive = folder.resolve("model.zip");
        StockNetworks.archive("resnet8").write(archive);

        var graph = ModelProto.parseFrom(Files.readAllBytes(export(archive))).getGraph();

        assertThat(graph.getNodeList())
                .extracting(NodeProto::getOpType)
                .contains("Conv", "Add", "GlobalAveragePool")
                .doesNotContain("BatchNormalization");
        assertThat(graph.getInitializerList())
                .extracting(TensorProto::getName)
                .contains("stage2.block1.conv1.weight", "stage2.block1.conv1.bias", "stage2.block1.projection.bias");
    }

    @Test
    void saysWhatTheModelIs() throws Exception {
        var archive = folder.resolve("model.zip");
        var sha256 = StockNetworks.archive("lenet5").write(archive);
        var file = folder.resolve("model.onnx");
        ExportFormat.ONNX.write(ArchiveFile.read(archive), "CC BY-SA 3.0", file);

        var model = ModelProto.parseFrom(Files.readAllBytes(file));

        assertThat(model.getIrVersion()).isEqualTo(8);
        assertThat(model.getOpsetImportList())
                .extracting(set -> set.getDomain(), set -> set.getVersion())
                .containsExactly(tuple("", 13L));
        assertThat(model.getProducerName()).isEqualTo("lenet");
        assertThat(model.getProducerVersion()).isEqualTo(Software.current().lenet());
        assertThat(model.getMetadataPropsList())
                .extracting(entry -> entry.getKey(), entry -> entry.getValue())
                .containsExactly(
                        tuple("architecture", "lenet5"),
                        tuple("classNames", "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]"),
                        tuple("dataset", "mnist"),
                        tuple("datasetLicence", "CC BY-SA 3.0"),
                        tuple("fingerprint", StockNetworks.description("lenet5").fingerprint()),
                        tuple("modelSha256", sha256));
        var image = model.getGraph().getInput(0).getType().getTensorType();
        assertThat(image.getElemType()).isEqualTo(TensorProto.DataType.FLOAT_VALUE);
        assertThat(dimensions(image)).containsExactly("batch", "1", "28", "28");
        assertThat(dimensions(model.getGraph().getOutput(0).getType().getTensorType()))
                .containsExactly("batch", "10");
    }

    private static List<String> dimensions(TypeProto.Tensor type) {
        return type.getShape().getDimList().stream()
                .map(size -> size.hasDimParam() ? size.getDimParam() : Long.toString(size.getDimValue()))
                .toList();
    }

    @Test
    void theSameModelGivesTheSameBytes() throws Exception {
        var archive = folder.resolve("model.zip");
        StockNetworks.archive("vgg6").write(archive);

        var first = Files.readAllBytes(export(archive));

        assertThat(export(archive)).hasBinaryContent(first);
    }

    private Path export(Path archive) throws IOException {
        var file = folder.resolve("model.onnx");
        ExportFormat.ONNX.write(ArchiveFile.read(archive), null, file);
        return file;
    }
}
