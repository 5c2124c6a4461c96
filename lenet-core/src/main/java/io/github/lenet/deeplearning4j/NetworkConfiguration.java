package io.github.lenet.deeplearning4j;

import io.github.lenet.archive.Vertex;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Network;
import io.github.lenet.network.Shape;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.TrainedNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * Says in Deeplearning4j's own terms what a network is, with nothing that its stock release does not have.
 *
 * <p>A network is trained with Adam there, whose other constants keep Deeplearning4j's defaults: beta1 0.9, beta2
 * 0.999, epsilon 1e-8. Its weight decay, on weights and on nothing else, is the one of the kernels.
 *
 * <p>Configurations are put together from their parts. Deeplearning4j's builders of lists and graphs would give the
 * same, but also set the seed of ND4J's random numbers, for which they load native libraries: a second and 50 MB of a
 * training that needs none.
 */
final class NetworkConfiguration {

    private final Network network;
    private final Hyperparameters hyperparameters;
    private final NeuralNetConfiguration.Builder common;

    private NetworkConfiguration(Architecture architecture, Hyperparameters hyperparameters) {
        this.network = architecture.network();
        this.hyperparameters = hyperparameters;
        this.common = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(new Adam(hyperparameters.learningRate()));
    }

    /**
     * The configuration of a trained network.
     *
     * @param trained what the training gave
     * @param hyperparameters what the user chose
     * @return what Deeplearning4j's {@code MultiLayerConfiguration.fromJson} reads if the layers are a list, else its
     *     {@code ComputationGraphConfiguration.fromJson}
     */
    static String of(TrainedNetwork trained, Hyperparameters hyperparameters) {
        var architecture = trained.architecture();
        var learningRate = trained.epochsKept().get(trained.keptEpoch() - 1).learningRate();
        var steps = trained.state().steps();
        var epochs = trained.state().epochs();
        return architecture.network().isSequence()
                ? json(list(architecture, hyperparameters), learningRate, steps, epochs)
                : json(graph(architecture, hyperparameters), learningRate, steps, epochs);
    }

    /**
     * Builds the configuration of a network whose layers are a list.
     *
     * @param architecture the layers
     * @param hyperparameters step size, weight decay and seed
     * @return the configuration of an untrained network
     */
    static MultiLayerConfiguration list(Architecture architecture, Hyperparameters hyperparameters) {
        return new NetworkConfiguration(architecture, hyperparameters).list();
    }

    /**
     * Builds the configuration of any network.
     *
     * @param architecture the layers
     * @param hyperparameters step size, weight decay and seed
     * @return the configuration of an untrained network
     */
    static ComputationGraphConfiguration graph(Architecture architecture, Hyperparameters hyperparameters) {
        return new NetworkConfiguration(architecture, hyperparameters).graph();
    }

    private MultiLayerConfiguration list() {
        var vertices = Vertex.of(network);
        var layers = new ArrayList<NeuralNetConfiguration>();
        var preProcessors = new HashMap<Integer, InputPreProcessor>();
        for (var i = 0; i < vertices.size(); i++) {
            layers.add(layer(vertices.get(i)).orElseThrow());
            var preProcessor = preProcessor(vertices.get(i));
            if (preProcessor != null) {
                preProcessors.put(i, preProcessor);
            }
        }
        var list = new MultiLayerConfiguration();
        list.setConfs(layers);
        list.setInputPreProcessors(preProcessors);
        list.setCacheMode(CacheMode.NONE);
        return list;
    }

    private ComputationGraphConfiguration graph() {
        var vertices = Vertex.of(network);
        var order = Vertex.order(vertices);
        // Before the first layer, which the builder would keep.
        var defaults = common.build();
        defaults.setSeed(hyperparameters.seed());
        var configurations = new LinkedHashMap<String, GraphVertex>();
        var inputs = new LinkedHashMap<String, List<String>>();
        for (var vertex : vertices) {
            configurations.put(vertex.name(), vertex(vertex));
            inputs.put(vertex.name(), vertex.inputs());
        }
        var graph = new ComputationGraphConfiguration();
        graph.setVertices(configurations);
        graph.setVertexInputs(inputs);
        graph.setNetworkInputs(List.of(Vertex.IMAGE));
        graph.setNetworkOutputs(List.of(vertices.get(vertices.size() - 1).name()));
        graph.setTopologicalOrder(order.stream().mapToInt(Integer::intValue).toArray());
        graph.setTopologicalOrderStr(
                order.stream().map(number -> Vertex.nameOf(number, vertices)).toList());
        graph.setDefaultConfiguration(defaults);
        graph.setCacheMode(CacheMode.NONE);
        return graph;
    }

    private GraphVertex vertex(Vertex vertex) {
        var layer = layer(vertex);
        return layer.isPresent()
                ? new LayerVertex(layer.get(), preProcessor(vertex))
                : new ElementWiseVertex(ElementWiseVertex.Op.Add);
    }

    private Optional<NeuralNetConfiguration> layer(Vertex vertex) {
        var layer = network.nodes().get(vertex.node()).layer();
        var configured = vertex.isActivation()
                ? Optional.of(LayerConfiguration.apart(layer.activation()))
                : layer.accept(new LayerConfiguration(network.readers(vertex.node()) == 0));
        return configured.map(there -> {
            there.setLayerName(vertex.name());
            var configuration = common.layer(there).build();
            configuration.setSeed(hyperparameters.seed());
            if (layer.statisticsCount() > 0 && !vertex.isActivation()) {
                // Only by these names, and not by its own flag, does Deeplearning4j's reader know a variance from the
                // logarithm of a deviation.
                configuration.setVariables(new ArrayList<>(there.initializer().paramKeys(there)));
            }
            if (hyperparameters.weightDecay() > 0 && there instanceof BaseLayer weighted) {
                // Deeplearning4j's builder would give it to every layer twice. Batch normalisation takes no notice.
                weighted.setRegularization(List.of(new WeightDecay(hyperparameters.weightDecay(), true)));
            }
            return configuration;
        });
    }

    /** From planes to a flat vector, in the order channel, row, column. */
    private @Nullable InputPreProcessor preProcessor(Vertex vertex) {
        return vertex.isActivation()
                ? null
                : network.flattened(vertex.node())
                        .map(NetworkConfiguration::flattening)
                        .orElse(null);
    }

    private static InputPreProcessor flattening(Shape planes) {
        return new CnnToFeedForwardPreProcessor(planes.height(), planes.width(), planes.channels());
    }

    /**
     * The JSON text of a configuration, with how far the training has come: Adam goes on from there with the step size
     * of the last step, for Deeplearning4j's stock release does not have every schedule.
     *
     * @param list the network
     * @param learningRate step size of the last step
     * @param steps steps of the optimiser that were made
     * @param epochs epochs that were finished
     * @return what Deeplearning4j's {@code MultiLayerConfiguration.fromJson} reads
     */
    static String json(MultiLayerConfiguration list, double learningRate, int steps, int epochs) {
        list.setIterationCount(steps);
        list.setEpochCount(epochs);
        list.getConfs().forEach(layer -> setProgress(layer, learningRate, steps));
        return list.toJson();
    }

    /**
     * The JSON text of a configuration, with how far the training has come.
     *
     * @param graph the network
     * @param learningRate step size of the last step
     * @param steps steps of the optimiser that were made
     * @param epochs epochs that were finished
     * @return what Deeplearning4j's {@code ComputationGraphConfiguration.fromJson} reads
     */
    static String json(ComputationGraphConfiguration graph, double learningRate, int steps, int epochs) {
        graph.setIterationCount(steps);
        graph.setEpochCount(epochs);
        graph.getVertices().values().stream()
                .filter(LayerVertex.class::isInstance)
                .map(vertex -> ((LayerVertex) vertex).getLayerConf())
                .forEach(layer -> setProgress(layer, learningRate, steps));
        return graph.toJson();
    }

    private static void setProgress(NeuralNetConfiguration configuration, double learningRate, int steps) {
        configuration.setIterationCount(steps);
        if (configuration.getLayer() instanceof BaseLayer weighted) {
            weighted.setIUpdater(new Adam(learningRate));
        }
    }
}
