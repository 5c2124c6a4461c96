package io.github.lenet.deeplearning4j;

import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.TrainedNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.WeightDecay;

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
        var network = architecture.network();
        var configurations = new ArrayList<NeuralNetConfiguration>();
        var preProcessors = new HashMap<Integer, InputPreProcessor>();
        for (var i = 0; i < network.nodes().size(); i++) {
            var node = network.nodes().get(i);
            var layer = node.layer().accept(new LayerConfiguration(network.readers(i) == 0));
            layer.setLayerName(node.name());
            var configuration = common.layer(layer).build();
            configuration.setSeed(hyperparameters.seed());
            configurations.add(configuration);
            // From planes to a flat vector, in the order channel, row, column.
            var planes = network.flattened(i);
            if (planes.isPresent()) {
                preProcessors.put(i, flattening(planes.get()));
            }
        }
        return of(configurations, preProcessors, hyperparameters.weightDecay());
    }

    private static InputPreProcessor flattening(Shape planes) {
        return new CnnToFeedForwardPreProcessor(planes.height(), planes.width(), planes.channels());
    }

    private static MultiLayerConfiguration of(
            List<NeuralNetConfiguration> configurations,
            Map<Integer, InputPreProcessor> preProcessors,
            double weightDecay) {
        var network = new MultiLayerConfiguration();
        network.setConfs(configurations);
        network.setInputPreProcessors(preProcessors);
        network.setCacheMode(CacheMode.NONE);
        if (weightDecay > 0) {
            // Deeplearning4j's builder would give it to every layer twice.
            var decay = new WeightDecay(weightDecay, true);
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
                trained.state().steps(),
                trained.state().epochs());
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
}
