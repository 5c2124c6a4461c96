package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.network.TrainedState;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Archives to go on from: our own, and those that Deeplearning4j itself writes. */
class InitialModelTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void takesANetworkAndItsAdamFromDeeplearning4j(String name) throws Exception {
        var network = trained(StockNetworks.configuration(name), 2);
        var file = write(network, true);

        var initial = read(file, Architecture.named(name));

        assertThat(initial.network().parameters()).isEqualTo(network.params().toFloatVector());
        assertThat(initial.network().updaterState())
                .isEqualTo(network.getUpdater().getStateViewArray().toFloatVector());
        assertThat(initial.steps()).isEqualTo(2);
    }

    @Test
    void takesAnArchiveOfOurs() throws Exception {
        var archive = StockNetworks.archive("lenet5");
        var file = folder.resolve("model.zip");
        archive.write(file);

        assertThat(read(file, Architecture.LENET5).network().parameters())
                .isEqualTo(archive.state().parameters());
        assertThatThrownBy(() -> ModelArchive.read(write(trained(StockNetworks.configuration("lenet5"), 1), true)))
                .as("nowhere else")
                .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void beginsAdamAnewWhereItsStateIsMissing() throws Exception {
        assertThatAdamBeginsAnew(write(trained(StockNetworks.configuration("lenet5"), 2), false));
        var packaged = folder.resolve("packaged.zip");
        StockNetworks.archive("lenet5").withoutUpdaterState().write(packaged);
        assertThatAdamBeginsAnew(packaged);
    }

    /** Deeplearning4j keeps the moments of such layers apart, in another order. */
    @Test
    void beginsAdamAnewWhereItIsAnotherOptimiser() throws Exception {
        assertThatAdamBeginsAnew(write(trained(withOptimiser(0, new Adam(0.5)), 2), true));
        assertThatAdamBeginsAnew(write(trained(withOptimiser(4, new Nesterovs(0.1)), 2), true));
        var otherDecay = StockNetworks.configuration("lenet5");
        otherDecay.getConfs().stream()
                .filter(layer -> layer.getLayer() instanceof BaseLayer)
                .forEach(layer -> ((BaseLayer) layer.getLayer()).setIUpdater(new Adam(0.001, 0.8, 0.999, 1e-8)));
        assertThatAdamBeginsAnew(write(trained(otherDecay, 2), true));
    }

    private void assertThatAdamBeginsAnew(Path file) throws IOException {
        var initial = read(file, Architecture.LENET5);

        assertThat(initial.steps()).isZero();
        assertThat(initial.network().updaterState()).isNull();
    }

    @Test
    void refusesAnotherNetwork() throws Exception {
        var file = write(trained(StockNetworks.configuration("lenet5"), 1), true);

        refuses(
                file,
                Architecture.LENET5_1998,
                "configuration.json.confs[0].layer.padding[0] is 0, but lenet5-1998 has 2");
        refuses(
                file,
                Architecture.LENET5.adaptedTo(new Shape(1, 28, 28), 26),
                "configuration.json.confs[6].layer.nout is 10, but lenet5 adapted to 28 x 28 images in 26 classes has 26");
    }

    @Test
    void refusesAnotherArchitectureByItsName() throws Exception {
        var ours = folder.resolve("model.zip");
        StockNetworks.archive("lenet5").write(ours);
        refuses(ours, Architecture.RESNET8, "it holds lenet5, but <architecture> and the images call for resnet8");

        var stock = write(trained(StockNetworks.configuration("lenet5"), 1), true);
        refuses(
                stock,
                Architecture.RESNET8,
                "configuration.json describes a list of layers, but resnet8 is a graph of layers");
    }

    @Test
    void refusesGreyForColourAndTheReverse() throws Exception {
        var inColour = Architecture.RESNET8.adaptedTo(new Shape(3, 28, 28), 3);
        var grey = Architecture.RESNET8.adaptedTo(new Shape(1, 28, 28), 3);
        var file = folder.resolve("model.zip");

        TrainedModels.of("resnet8", ColouredDigits.train(6, 1)).write(file);
        refuses(
                file,
                grey,
                "it holds resnet8 adapted to 3 x 28 x 28 images in 3 classes, but <architecture> and the images call for"
                        + " resnet8 adapted to 28 x 28 images in 3 classes");

        TrainedModels.of("resnet8", SyntheticDigits.train(6, 1)).write(file);
        refuses(
                file,
                inColour,
                "it holds resnet8, but <architecture> and the images call for resnet8 adapted to 3 x 28 x 28 images in 3"
                        + " classes");
    }

    @Test
    void refusesWhatIsDamagedOrSomethingElse() throws Exception {
        var file = write(trained(StockNetworks.configuration("lenet5"), 1), true);
        var whole = Files.readAllBytes(file);
        for (var length : List.of(1, 100, whole.length / 2, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));
            refuses(file, Architecture.LENET5, "it is no zip file, or a part of it is missing");
        }
        Files.write(file, whole);
        replace(file, "coefficients.bin", new byte[10]);
        refuses(file, Architecture.LENET5, "coefficients.bin is not an ND4J vector of 44426 floats");
        Files.write(file, whole);
        replace(file, "preprocessor.bin", new byte[10]);
        refuses(file, Architecture.LENET5, "it holds preprocessor.bin, but a model archive holds only");
        Files.write(file, whole);
        replace(file, "configuration.json", null);
        refuses(file, Architecture.LENET5, "but needs [coefficients.bin, configuration.json]");
    }

    @Test
    void refusesNumbersThatNoTrainingGives() throws Exception {
        var network = trained(StockNetworks.configuration("lenet5"), 1);
        network.getLayerWiseConfigurations().setIterationCount(-1);
        refuses(
                write(network, true),
                Architecture.LENET5,
                "configuration.json.iterationCount is -1, but must be a whole number from 0 to ");
        network.getLayerWiseConfigurations().setIterationCount(1);
        network.params().putScalar(7, Float.NaN);
        refuses(write(network, true), Architecture.LENET5, "parameters has NaN at index 7");
    }

    @Test
    void refusesAFileThatHasChanged() throws Exception {
        var file = write(trained(StockNetworks.configuration("lenet5"), 1), true);

        assertThatThrownBy(() -> InitialModel.read(file, "0".repeat(64), Architecture.LENET5))
                .hasMessage("<initialModel> %s has changed since this build looked at it; run it again", file);
    }

    private static MultiLayerConfiguration withOptimiser(int layer, IUpdater optimiser) {
        var configuration = StockNetworks.configuration("lenet5");
        ((BaseLayer) configuration.getConf(layer).getLayer()).setIUpdater(optimiser);
        return configuration;
    }

    private static MultiLayerNetwork trained(MultiLayerConfiguration configuration, int steps) {
        var network = new MultiLayerNetwork(configuration);
        network.init();
        var digits = SyntheticDigits.train(8, 1);
        var images = new float[digits.pixels().length];
        for (var i = 0; i < images.length; i++) {
            images[i] = Byte.toUnsignedInt(digits.pixels()[i]) / 255f;
        }
        var labels = Nd4j.zeros(8, 10);
        for (var image = 0; image < 8; image++) {
            labels.putScalar(image, digits.label(image), 1);
        }
        for (var step = 0; step < steps; step++) {
            network.fit(Nd4j.create(images, new long[] {8, 1, 28, 28}, 'c'), labels);
        }
        return network;
    }

    private Path write(MultiLayerNetwork network, boolean withUpdater) throws IOException {
        var file = folder.resolve("stock.zip");
        ModelSerializer.writeModel(network, file.toFile(), withUpdater);
        return file;
    }

    /** With null, the entry is removed. */
    private static void replace(Path file, String entry, byte[] content) throws IOException {
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.deleteIfExists(zip.getPath(entry));
            if (content != null) {
                Files.write(zip.getPath(entry), content);
            }
        }
    }

    private static TrainedState read(Path file, Architecture architecture) throws IOException {
        return InitialModel.read(file, InitialModel.sha256(file), architecture);
    }

    private static void refuses(Path file, Architecture architecture, String problem) throws IOException {
        var sha256 = Sha256.hex(Files.readAllBytes(file));
        assertThatThrownBy(() -> InitialModel.read(file, sha256, architecture))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("<initialModel> " + file + " is no usable model: ")
                .hasMessageContaining(problem)
                .hasMessageEndingWith("or leave <initialModel> out");
    }
}
