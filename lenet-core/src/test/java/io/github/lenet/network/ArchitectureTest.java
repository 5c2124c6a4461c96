package io.github.lenet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.archive.StockNetworks;
import io.github.lenet.parameter.InvalidParameterException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    @ParameterizedTest
    @CsvSource({"lenet5, 44426, 256", "lenet5-1998, 61706, 400"})
    void hasTheShapeOfTheLiterature(String name, int parameters, int inputsOfC5) {
        var architecture = Architecture.named(name);

        assertThat(architecture.name()).isEqualTo(name);
        assertThat(architecture.parameterCount()).isEqualTo(parameters);
        assertThat(architecture.image()).isEqualTo(new Shape(1, 28, 28));
        assertThat(architecture.classes()).isEqualTo(10);
        assertThat(architecture.network().nodes()).hasSize(7);
        assertThat(architecture.network().nodes().get(4).layer().input()).isEqualTo(Shape.flat(inputsOfC5));
        assertThat(architecture.network().inputSize()).isEqualTo(784);
    }

    /** The statistics of batch normalisation are measured, and no parameters. */
    @ParameterizedTest
    @CsvSource({
        "lenet5, 44426, 0",
        "lenet5-1998, 61706, 0",
        "vgg6, 72666, 448",
        "resnet8, 77754, 672",
        "resnet14, 174970, 1120"
    })
    void hasTheParametersOfTheDesign(String name, int parameters, int statistics) {
        var network = Architecture.named(name).network();

        assertThat(network.parameterCount()).isEqualTo(parameters);
        assertThat(network.statisticsCount()).isEqualTo(statistics);
        assertThat(StockNetworks.initialized(name).numParams()).isEqualTo(parameters + statistics);
    }

    @ParameterizedTest
    @CsvSource({"lenet5", "lenet5-1998"})
    void hasAsManyParametersInEachLayerAsDeeplearning4jSees(String name) {
        var stock = new MultiLayerNetwork(StockNetworks.configuration(name));
        stock.init();
        var nodes = Architecture.named(name).network().nodes();

        for (var i = 0; i < nodes.size(); i++) {
            assertThat((long) nodes.get(i).layer().parameterCount())
                    .isEqualTo(stock.getLayer(i).numParams());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lenet5, 28, 28, 10",
        "lenet5, 32, 32, 43",
        "lenet5, 16, 16, 2",
        "lenet5, 29, 31, 26",
        "lenet5-1998, 28, 28, 10",
        "lenet5-1998, 12, 12, 2",
        "lenet5-1998, 33, 47, 256",
        "vgg6, 4, 4, 2",
        "vgg6, 29, 31, 26",
        "resnet8, 8, 8, 2",
        "resnet8, 29, 31, 26",
        "resnet14, 8, 9, 3",
        "resnet14, 33, 47, 256"
    })
    void adaptsToOtherImagesAsDeeplearning4jWould(String name, int height, int width, int classes) {
        var architecture = Architecture.named(name).adaptedTo(new Shape(1, height, width), classes);
        var stock = StockNetworks.initialized(name, new Shape(1, height, width), classes);

        assertThat(architecture.name()).isEqualTo(name);
        assertThat(architecture.image()).isEqualTo(new Shape(1, height, width));
        assertThat(architecture.classes()).isEqualTo(classes);
        assertThat((long) architecture.parameterCount())
                .isEqualTo(stock.numParams() - architecture.network().statisticsCount());
    }

    @ParameterizedTest
    @CsvSource({
        "lenet5, 15, 28, 10, images of 15 x 28 pixels do not fit lenet5, 16 x 16 to 256 x 256",
        "lenet5, 28, 257, 10, images of 28 x 257 pixels do not fit lenet5, 16 x 16 to 256 x 256",
        "lenet5-1998, 28, 11, 10, images of 28 x 11 pixels do not fit lenet5-1998, 12 x 12 to 256 x 256",
        "lenet5, 28, 28, 1, 1 classes do not fit lenet5, tells 2 to 256 apart",
        "lenet5, 28, 28, 257, 257 classes do not fit lenet5, tells 2 to 256 apart"
    })
    void saysWhichImagesItTakes(String name, int height, int width, int classes, String problem, String range) {
        var architecture = Architecture.named(name);

        assertThatThrownBy(() -> architecture.adaptedTo(new Shape(1, height, width), classes))
                .hasMessageStartingWith(problem)
                .hasMessageEndingWith(range);
    }

    @Test
    void takesGreyImagesOrColour() {
        var grey = Architecture.LENET5.adaptedTo(new Shape(1, 32, 32), 10);
        var colour = Architecture.LENET5.adaptedTo(new Shape(3, 32, 32), 10);

        // Two more kernels of 5 x 5 for each of the six filters of C1.
        assertThat(colour.parameterCount() - grey.parameterCount()).isEqualTo(2 * 5 * 5 * 6);
        assertThatThrownBy(() -> Architecture.LENET5.adaptedTo(new Shape(2, 32, 32), 10))
                .hasMessage("images of 2 channels do not fit lenet5, which takes 1 (grey) or 3 (colour)");
    }

    @Test
    void saysThatItIsAdapted() {
        assertThat(Architecture.LENET5.adaptedTo(new Shape(1, 28, 28), 10)).hasToString("lenet5");
        assertThat(Architecture.LENET5.adaptedTo(new Shape(1, 32, 28), 43))
                .hasToString("lenet5 adapted to 32 x 28 images in 43 classes");
        assertThat(Architecture.LENET5.adaptedTo(new Shape(3, 28, 28), 10))
                .hasToString("lenet5 adapted to 3 x 28 x 28 images in 10 classes");
    }

    @Test
    void namesTheDefaultFirst() {
        assertThat(Architecture.names()).containsExactly("lenet5", "lenet5-1998", "vgg6", "resnet8", "resnet14");
    }

    @Test
    void listsTheNamesWhenOneIsUnknown() {
        assertThatThrownBy(() -> Architecture.named("lenet-5"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(
                        "architecture is lenet-5, but is unknown, perhaps you mean lenet5; known are lenet5, lenet5-1998, vgg6, resnet8, resnet14");
    }
}
