package io.github.lenet.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.network.Architecture;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.WeightDecay;

class NetworkConfigurationTest {

    @ParameterizedTest
    @CsvSource({"lenet5, 44426", "lenet5-1998, 61706"})
    void deeplearningBuildsTheNetworkOfTheArchitecture(String name, int parameters) {
        var network = new MultiLayerNetwork(configuration(name));
        network.init();

        assertThat(network.numParams())
                .isEqualTo(parameters)
                .isEqualTo(Architecture.named(name).parameterCount());
        assertThat(network.getLayers())
                .extracting(layer -> layer.getClass().getSimpleName())
                .containsExactly(
                        "ConvolutionLayer",
                        "SubsamplingLayer",
                        "ConvolutionLayer",
                        "SubsamplingLayer",
                        "DenseLayer",
                        "DenseLayer",
                        "OutputLayer");
        network.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void deeplearningsOwnBuilderGivesTheSame(String name) {
        var configuration = configuration(name);
        var list = new NeuralNetConfiguration.Builder()
                .seed(42)
                .updater(new Adam(0.002))
                .list();
        configuration.getConfs().forEach(layer -> list.layer(layer.clone().getLayer()));

        var built = list.setInputType(InputType.convolutional(28, 28, 1)).build();

        assertThat(configuration.toJson()).isEqualTo(built.toJson());
    }

    @Test
    void theClassicNetworkPadsAndAverages() {
        var json = configuration("lenet5-1998").toJson();

        assertThat(json).contains("\"padding\" : [ 2, 2 ]", "\"poolingType\" : \"AVG\"", "ActivationTanH");
        assertThat(json).doesNotContain("ActivationReLU", "\"poolingType\" : \"MAX\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void theJsonNamesOnlyClassesThatStockDeeplearningHas(String name) {
        var json = NetworkConfiguration.json(configuration(name), 0.002, 7, 1);

        var classes = Pattern.compile("\"@class\" : \"([^\"]*)\"")
                .matcher(json)
                .results()
                .map(found -> found.group(1));
        assertThat(classes).isNotEmpty().allMatch(type -> type.matches("org\\.(deeplearning4j|nd4j)\\..*"));
    }

    @Test
    void theJsonSaysHowFarTheTrainingIs() {
        var read =
                MultiLayerConfiguration.fromJson(NetworkConfiguration.json(configuration("lenet5"), 0.0005, 3750, 2));

        assertThat(read.getIterationCount()).isEqualTo(3750);
        assertThat(read.getEpochCount()).isEqualTo(2);
        assertThat(read.getConfs()).allMatch(layer -> layer.getIterationCount() == 3750 && layer.getEpochCount() == 2);
        assertThat(read.getConf(0).getLayer()).extracting("iUpdater").isEqualTo(new Adam(0.0005));
    }

    @Test
    void adamHasTheLearningRateAndTheDefaultsOfDeeplearning() {
        var network = new MultiLayerNetwork(configuration("lenet5"));
        network.init();

        assertThat(network.getLayer(0).conf().getLayer().getUpdaterByParam("W")).isEqualTo(new Adam(0.002));
        network.close();
    }

    @Test
    void weightDecayIsDeeplearningsOwnAndForWeightsAlone() {
        var hyperparameters = SeedRecipe.of("lenet5").with("weightDecay", 0.01).build();
        var configuration = NetworkConfiguration.list(Architecture.named("lenet5"), hyperparameters);

        var read = MultiLayerConfiguration.fromJson(NetworkConfiguration.json(configuration, 0.001, 1, 1));

        var layer = (BaseLayer) read.getConf(0).getLayer();
        assertThat(layer.getRegularization()).containsExactly(new WeightDecay(0.01, true));
        assertThat(layer.getRegularizationBias()).isNullOrEmpty();
        assertThat(((BaseLayer) configuration("lenet5").getConf(0).getLayer()).getRegularization())
                .isNullOrEmpty();
    }

    @Test
    void equalHyperparametersGiveEqualText() {
        assertThat(configuration("lenet5").toJson())
                .isEqualTo(configuration("lenet5").toJson());
    }

    private static MultiLayerConfiguration configuration(String name) {
        return NetworkConfiguration.list(
                Architecture.named(name),
                SeedRecipe.of(name).with("learningRate", 0.002).build());
    }
}
