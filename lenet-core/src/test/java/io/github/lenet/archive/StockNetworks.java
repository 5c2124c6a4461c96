package io.github.lenet.archive;

import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Software;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Both LeNets written down by hand in Deeplearning4j, and archives around them. */
public final class StockNetworks {

    private StockNetworks() {}

    public static MultiLayerConfiguration configuration(String architecture) {
        return configuration(architecture, 28, 28, 10);
    }

    public static MultiLayerConfiguration configuration(String architecture, int height, int width, int classes) {
        var classic = architecture.equals("lenet5-1998");
        var activation = classic ? Activation.TANH : Activation.RELU;
        var pooling = classic ? SubsamplingLayer.PoolingType.AVG : SubsamplingLayer.PoolingType.MAX;
        var padding = classic ? 2 : 0;
        return new NeuralNetConfiguration.Builder()
                .seed(42)
                .dataType(DataType.FLOAT)
                .updater(new Adam(0.001))
                .activation(activation)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .nOut(6)
                        .padding(padding, padding)
                        .build())
                .layer(new SubsamplingLayer.Builder(pooling, new int[] {2, 2}, new int[] {2, 2}).build())
                .layer(new ConvolutionLayer.Builder(5, 5).nOut(16).build())
                .layer(new SubsamplingLayer.Builder(pooling, new int[] {2, 2}, new int[] {2, 2}).build())
                .layer(new DenseLayer.Builder().nOut(120).build())
                .layer(new DenseLayer.Builder().nOut(84).build())
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(height, width, 1))
                .build();
    }

    public static MultiLayerNetwork network(ModelArchive archive) {
        var network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(archive.configuration()));
        network.init(Nd4j.createFromArray(archive.state().parameters()), true);
        return network;
    }

    /** An archive as a training writes it, with parameters of Deeplearning4j's own initialisation. */
    public static ModelArchive archive(String architecture) {
        var network = new MultiLayerNetwork(configuration(architecture));
        network.init();
        var parameters = network.params().toFloatVector();
        var updaterState = new float[2 * parameters.length];
        for (var i = 0; i < updaterState.length; i++) {
            updaterState[i] = i % 1000 / 4096f;
        }
        var configuration = network.getLayerWiseConfigurations().toJson();
        return new ModelArchive(description(architecture), configuration, new NetworkState(parameters, updaterState));
    }

    /** A description that does not change with the version of this project. */
    @SuppressWarnings("FloatingPointLiteralPrecision") // A number that is not exactly a double.
    public static ModelDescription description(String architecture) {
        var current = ModelDescription.of(
                Architecture.named(architecture),
                InputsOfTests.of(SeedRecipe.of(architecture)
                        .with("epochs", 2)
                        .with("validationFraction", 0.1)
                        .build()),
                List.of(
                        new EpochResult(1, 0.001, 0.25, 0.92, 0.125, 0.96, 3.5, 17142.8),
                        new EpochResult(2, 0.001, 0.0625, 0.98, 2e23, 0.97, 3.25, 18461.5)));
        return new ModelDescription(
                current.schemaVersion(),
                current.architecture(),
                current.parameters(),
                current.height(),
                current.width(),
                current.channels(),
                current.fingerprint(),
                current.inputs(),
                current.epochs(),
                new Software("1.2.3", "1.0.0-M2.1"));
    }
}
