package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.Inference;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.Shape;
import io.github.lenet.network.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What other libraries said of exported networks, and what PyTorch saved. The scripts beside their answers say how to
 * repeat that.
 */
class OtherLibrariesTest {

    private static final float TOLERANCE = 1e-5f;
    private static final int IMAGES = 3;
    private static final int CLASSES = 10;

    /** For the scripts. */
    private static final Path EXPORTED = Path.of("target", "libraries");

    private static final Path FILES =
            Path.of("src", "test", "resources", "io", "github", "lenet", "archive", "libraries");

    static Stream<Arguments> networks() {
        return Architecture.names().stream().flatMap(name -> Stream.of(Arguments.of(name, 1), Arguments.of(name, 3)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void giveTheSameAnswersWithWhatIsExported(String name, int channels) throws Exception {
        var architecture = Architecture.named(name).adaptedTo(new Shape(channels, 28, 28), CLASSES);
        var state = state(architecture.network());
        export(architecture, state);
        var pixels = pixels(channels);
        Files.write(EXPORTED.resolve("images-" + channels + ".bin"), pixels);

        var ours = probabilities(architecture.network(), state, pixels);
        assertThat(ours).as("PyTorch").containsExactly(expected("pytorch.csv", name, channels), within(TOLERANCE));
        assertThat(ours)
                .as("ONNX Runtime of browsers")
                .containsExactly(expected("web.csv", name, channels), within(TOLERANCE));
    }

    private static void export(Architecture architecture, NetworkState state) throws IOException {
        var description = ModelDescription.of(
                architecture,
                InputsOfTests.of(SeedRecipe.of(architecture.name()).build()),
                List.of());
        var configuration =
                StockNetworks.json(StockNetworks.initialized(architecture.name(), architecture.image(), CLASSES));
        var name = "%s-%d".formatted(architecture.name(), architecture.image().channels());
        var zip = EXPORTED.resolve(name + ".zip");
        new ModelArchive(description, configuration, state).write(zip);
        for (var format : ExportFormat.values()) {
            format.write(ArchiveFile.read(zip), null, EXPORTED.resolve(name + "." + format));
        }
    }

    /** Numbers of every kind of a size that a training would give them. */
    private static NetworkState state(Network network) {
        var random = new SeededRandom(19);
        var parameters = new float[network.parameterCount()];
        var statistics = new float[network.statisticsCount()];
        for (var node = 0; node < network.nodes().size(); node++) {
            var layer = network.nodes().get(node).layer();
            for (var slice : network.slices(node)) {
                var middle = slice.kind() == Slice.Kind.SCALES ? 1 : 0;
                var width = slice.kind() == Slice.Kind.WEIGHTS ? Math.sqrt(12.0 / layer.fanIn()) : 0.5;
                fill(parameters, slice.from(), slice.length(), middle, width, random);
            }
            var first = network.firstStatistic(node);
            var channels = layer.statisticsCount() / 2;
            fill(statistics, first, channels, 0, 0.5, random);
            fill(statistics, first + channels, channels, 1, 1, random);
        }
        return new NetworkState(parameters, statistics, null);
    }

    private static void fill(float[] values, int from, int count, double middle, double width, SeededRandom random) {
        for (var i = from; i < from + count; i++) {
            values[i] = (float) (middle + width * (random.nextDouble() - 0.5));
        }
    }

    private static byte[] pixels(int channels) {
        var random = new SeededRandom(channels);
        var pixels = new byte[IMAGES * channels * 28 * 28];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (256 * random.nextDouble());
        }
        return pixels;
    }

    private static float[] probabilities(Network network, NetworkState state, byte[] pixels) {
        var probabilities = new float[IMAGES * CLASSES];
        new Inference(FoldedNetwork.of(network, state.parameters(), state.statistics()))
                .probabilities(pixels, 0, IMAGES, probabilities);
        return probabilities;
    }

    private static float[] expected(String file, String name, int channels) throws IOException {
        var values = Files.readAllLines(FILES.resolve(file)).stream()
                .map(line -> List.of(line.split(",")))
                .filter(row -> row.get(0).equals(name) && row.get(1).equals(String.valueOf(channels)))
                .flatMap(row -> row.subList(2, row.size()).stream())
                .map(Float::valueOf)
                .toList();
        var expected = new float[values.size()];
        for (var i = 0; i < expected.length; i++) {
            expected[i] = values.get(i);
        }
        return expected;
    }

    /** Each layer gives what it gives here, as the checker of ONNX infers it from the parameters and operators. */
    @ParameterizedTest
    @MethodSource("networks")
    void theCheckerInfersTheShapesOfTheLayers(String name, int channels) throws Exception {
        var architecture = Architecture.named(name).adaptedTo(new Shape(channels, 28, 28), CLASSES);
        var state = state(architecture.network());
        var network = FoldedNetwork.of(architecture.network(), state.parameters(), state.statistics())
                .network();

        var expected = network.nodes().stream()
                .map(node -> "%s-%d,%s,batch,%s"
                        .formatted(
                                name,
                                channels,
                                network.readers(network.nodes().indexOf(node)) == 0
                                        ? "probabilities"
                                        : architecture.layerName(node),
                                shape(node.layer())))
                .toList();
        assertThat(Files.readAllLines(FILES.resolve("checker.csv"))).containsAll(expected);
    }

    private static String shape(Layer layer) {
        var output = layer.output();
        return layer.givesPlanes()
                ? output.channels() + "," + output.height() + "," + output.width()
                : String.valueOf(output.size());
    }

    /** Saved after three steps there, with the counters of batches. */
    @Test
    void isGoneOnFrom() throws Exception {
        var file = FILES.resolve("vgg6.safetensors");

        var initial = InitialModel.read(file, InitialModel.sha256(file), Architecture.VGG6);

        assertThat(probabilities(Architecture.VGG6.network(), initial.network(), pixels(1)))
                .containsExactly(expected("vgg6.csv", "vgg6", 1), within(TOLERANCE));
    }

    @Test
    void thePagePrintsTheNetworksThatWereRun() throws Exception {
        assertThat(Path.of("..", "docs", "export.md"))
                .content()
                .contains("```python\n" + Files.readString(FILES.resolve("networks.py")) + "```");
    }
}
