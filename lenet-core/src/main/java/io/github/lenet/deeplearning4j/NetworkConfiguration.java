package io.github.lenet.deeplearning4j;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Pooling;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.TrainedNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Says in Deeplearning4j's own terms what a network is, with nothing that its stock release does not have. */
final class NetworkConfiguration {

    private NetworkConfiguration() {}

    /**
     * Builds the configuration of a network that is trained with Adam, whose other constants keep Deeplearning4j's
     * defaults: beta1 0.9, beta2 0.999, epsilon 1e-8. Its weight decay, on weights and not on biases, is the one of the
     * kernels.
     *
     * <p>It is put together from its parts. Deeplearning4j's builder of lists would give the same, but also sets the
     * seed of ND4J's random numbers, for which it loads native libraries: a second and 50 MB of a training that needs
     * none.
     *
     * @param architecture the layers
     * @param hyperparameters step size, weight decay and seed
     * @return the configuration of an untrained network
     */
    static MultiLayerConfiguration of(Architecture architecture, Hyperparameters hyperparameters) {
        var common = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(new Adam(hyperparameters.learningRate()));
        var layers = architecture.layers();
        var configurations = new ArrayList<NeuralNetConfiguration>();
        var preProcessors = new HashMap<Integer, InputPreProcessor>();
        for (var i = 0; i < layers.size(); i++) {
            var layer = i == layers.size() - 1 ? output(layers) : hidden(layers.get(i));
            layer.setLayerName("layer" + i);
            var configuration = common.layer(layer).build();
            configuration.setSeed(hyperparameters.seed());
            configurations.add(configuration);
            if (layers.get(i) instanceof Dense && layers.get(i - 1) instanceof Pooling pooling) {
                // From planes to a flat vector, in the order channel, row, column.
                preProcessors.put(
                        i,
                        new CnnToFeedForwardPreProcessor(
                                pooling.outputHeight(), pooling.outputWidth(), pooling.channels()));
            }
        }
        var network = new MultiLayerConfiguration();
        network.setConfs(configurations);
        network.setInputPreProcessors(preProcessors);
        network.setCacheMode(CacheMode.NONE);
        if (hyperparameters.weightDecay() > 0) {
            // Deeplearning4j's builder would give it to every layer twice.
            var decay = new WeightDecay(hyperparameters.weightDecay(), true);
            weighted(network).forEach(layer -> layer.setRegularization(List.of(decay)));
        }
        return network;
    }

    /**
     * The configuration of a trained network.
     *
     * @param trained what the training gave
     * @param hyperparameters what the user chose
     * @return what Deeplearning4j's {@code MultiLayerConfiguration.fromJson} reads
     */
    static String of(TrainedNetwork trained, Hyperparameters hyperparameters) {
        var last = trained.epochsKept().get(trained.keptEpoch() - 1);
        return json(
                of(trained.architecture(), hyperparameters),
                last.learningRate(),
                trained.steps(),
                trained.epochsDone());
    }

    private static Stream<BaseLayer> weighted(MultiLayerConfiguration network) {
        return network.getConfs().stream()
                .map(NeuralNetConfiguration::getLayer)
                .filter(BaseLayer.class::isInstance)
                .map(BaseLayer.class::cast);
    }

    /**
     * The JSON text of a configuration, with how far the training has come: Adam goes on from there with the step size
     * of the last step, for Deeplearning4j's stock release does not have every schedule.
     *
     * @param configuration the network
     * @param learningRate step size of the last step
     * @param steps steps of the optimiser that were made
     * @param epochs epochs that were finished
     * @return what Deeplearning4j's {@code MultiLayerConfiguration.fromJson} reads
     */
    static String json(MultiLayerConfiguration configuration, double learningRate, int steps, int epochs) {
        configuration.setIterationCount(steps);
        configuration.setEpochCount(epochs);
        configuration.getConfs().forEach(layer -> layer.setIterationCount(steps));
        weighted(configuration).forEach(layer -> layer.setIUpdater(new Adam(learningRate)));
        return configuration.toJson();
    }

    private static Layer hidden(io.github.lenet.network.Layer layer) {
        if (layer instanceof Convolution convolution) {
            return new ConvolutionLayer.Builder(convolution.kernelSize(), convolution.kernelSize())
                    .padding(convolution.padding(), convolution.padding())
                    .nIn(convolution.channels())
                    .nOut(convolution.filters())
                    .activation(activation(convolution.activation()))
                    .weightInit(initialization(convolution.activation()))
                    .build();
        }
        if (layer instanceof Pooling pooling) {
            var type = pooling.kind() == Pooling.Kind.MAXIMUM ? PoolingType.MAX : PoolingType.AVG;
            return new SubsamplingLayer.Builder(type)
                    .kernelSize(pooling.size(), pooling.size())
                    .stride(pooling.size(), pooling.size())
                    .build();
        }
        var dense = (Dense) layer;
        return new DenseLayer.Builder()
                .nIn(dense.inputs())
                .nOut(dense.outputs())
                .activation(activation(dense.activation()))
                .weightInit(initialization(dense.activation()))
                .build();
    }

    /** Softmax and the loss belong to the last layer here, while the kernels keep them apart. */
    private static Layer output(List<io.github.lenet.network.Layer> layers) {
        var dense = (Dense) layers.get(layers.size() - 1);
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(dense.inputs())
                .nOut(dense.outputs())
                .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                .weightInit(initialization(dense.activation()))
                .build();
    }

    private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
        return switch (activation) {
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
            case TANH -> org.nd4j.linalg.activations.Activation.TANH;
        };
    }

    /** What a training does in fact to draw them, under its name there. */
    private static WeightInit initialization(Activation activation) {
        return activation == Activation.RELU ? WeightInit.RELU_UNIFORM : WeightInit.XAVIER_UNIFORM;
    }
}
