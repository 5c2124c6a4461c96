package io.github.lenet.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.archive.ArchiveFile;
import io.github.lenet.archive.ExportFormat;
import io.github.lenet.archive.TrainedModels;
import io.github.lenet.dataset.Split;
import io.github.lenet.model.Classifier;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.onnx.OnnxFiles;
import io.github.lenet.onnx.OnnxFormatException;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.store.CachedMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import onnx.Onnx.ModelProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a network that PyTorch has trained on MNIST and exported, and digits that are drawn. */
class OnnxInferenceTest {

    private static final int SIZE = 28;
    private static final int CLASSES = 10;

    @TempDir
    private Path folder;

    /** 0 leaves the size of a batch open, as PyTorch has written it; of the others not all divide 200. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 64, 256})
    void computesWhatPyTorchComputes(int batch) throws Exception {
        var images = OnnxFiles.images();
        var done = new AtomicLong();

        var outputs = inference(batch).outputs(images.pixels(), CLASSES, done::addAndGet);

        assertThat(outputs).containsExactly(OnnxFiles.logits(), within(1e-4f));
        assertThat(done).hasValue(images.pixels().length);
    }

    @Test
    void refusesABatchThatIsTooLarge() {
        assertThatThrownBy(() -> inference(257))
                .isInstanceOf(OnnxFormatException.class)
                .hasMessageEndingWith("it takes 257 images at a time, but may take at most 256");
    }

    @Test
    void saysWhyTheLibraryRefusesANetwork() throws Exception {
        var model = ModelProto.parseFrom(Files.readAllBytes(OnnxFiles.network())).toBuilder();
        model.getGraphBuilder().getNodeBuilder(0).setOpType("Magic");
        var inference = inference(write(model));

        assertThatThrownBy(() -> inference.outputs(OnnxFiles.images().pixels(), CLASSES, done -> {}))
                .isInstanceOf(OnnxFormatException.class)
                .hasMessageContaining("model.onnx is no usable ONNX model: ONNX Runtime cannot compute it: ")
                .hasMessageContaining("Magic");
    }

    /** The graph may leave that open. */
    @Test
    void refusesOutputsForOtherClasses() throws Exception {
        var inference = inference(0);

        assertThatThrownBy(() -> inference.outputs(OnnxFiles.images().pixels(), 3, done -> {}))
                .isInstanceOf(OnnxFormatException.class)
                .hasMessageEndingWith("its output logits has 640 numbers for 64 images of 3 classes");
    }

    /** Of the exported network as of the archive, for each architecture that can be trained. */
    @ParameterizedTest
    @MethodSource("io.github.lenet.network.Architecture#names")
    void givesTheSameAnswersToEveryTestImageOfMnist(String architecture) throws Exception {
        var mnist = CachedMnist.open();
        var images = mnist.read(Split.TEST);
        var few = mnist.read(Split.TRAIN).subset(IntStream.range(0, 1_000).toArray(), "train");
        var archive = folder.resolve("model.zip");
        TrainedModels.of(architecture, few).write(archive);
        var expected = Classifier.load(archive).probabilities(images.pixels(), 0, images.size());
        ExportFormat.ONNX.write(ArchiveFile.read(archive), null, folder.resolve("model.onnx"));
        var input = OnnxInput.of("nchw", "0", "1");
        var inference = new OnnxInference(OnnxFile.read(folder.resolve("model.onnx")), input, 1, SIZE, SIZE);

        var outputs = inference.outputs(images.pixels(), CLASSES, done -> {});

        assertThat(outputs).hasSize(10_000 * CLASSES).containsExactly(expected, within(1e-5f));
        assertThat(answers(outputs)).containsExactly(answers(expected));
    }

    private static int[] answers(float[] probabilities) {
        return IntStream.range(0, probabilities.length / CLASSES)
                .map(image -> IntStream.range(0, CLASSES)
                        .reduce((best, next) ->
                                probabilities[image * CLASSES + next] > probabilities[image * CLASSES + best]
                                        ? next
                                        : best)
                        .orElseThrow())
                .toArray();
    }

    private OnnxInference inference(int batch) throws IOException {
        if (batch == 0) {
            return inference(OnnxFiles.network());
        }
        var model = ModelProto.parseFrom(Files.readAllBytes(OnnxFiles.network())).toBuilder();
        var size = Dimension.newBuilder().setDimValue(batch);
        var graph = model.getGraphBuilder();
        graph.getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .setDim(0, size);
        graph.getOutputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .setDim(0, size);
        return inference(write(model));
    }

    private Path write(ModelProto.Builder model) throws IOException {
        return Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
    }

    private static OnnxInference inference(Path file) throws IOException {
        return new OnnxInference(OnnxFile.read(file), OnnxFiles.INPUT, 1, SIZE, SIZE);
    }
}
