package io.github.lenet.archive;

import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network of Deeplearning4j, of either kind, with its numbers in our order. */
public final class StockNetwork implements AutoCloseable {

    private final Model model;
    private final ArrayLayout layout;

    private StockNetwork(Model model, Architecture architecture) {
        this.model = model;
        this.layout = new ArrayLayout(architecture.network());
    }

    public static StockNetwork restore(Path file, Architecture architecture) throws IOException {
        var model = architecture.network().isSequence()
                ? ModelSerializer.restoreMultiLayerNetwork(file.toFile())
                : ModelSerializer.restoreComputationGraph(file.toFile());
        return new StockNetwork(model, architecture);
    }

    /** With the parameters and statistics of a state. */
    public static StockNetwork of(MultiLayerConfiguration list, Architecture architecture, NetworkState state) {
        var network = new StockNetwork(new MultiLayerNetwork(list), architecture);
        ((MultiLayerNetwork) network.model).init(Nd4j.createFromArray(network.layout.coefficients(state)), true);
        return network;
    }

    /** With the parameters and statistics of a state. */
    public static StockNetwork of(ComputationGraphConfiguration graph, Architecture architecture, NetworkState state) {
        var network = new StockNetwork(new ComputationGraph(graph), architecture);
        ((ComputationGraph) network.model).init(Nd4j.createFromArray(network.layout.coefficients(state)), true);
        return network;
    }

    /** Sorts its vertices anew. */
    public StockNetwork copy(Architecture architecture) {
        return new StockNetwork(
                model instanceof ComputationGraph graph ? graph.clone() : ((MultiLayerNetwork) model).clone(),
                architecture);
    }

    public void write(Path file) throws IOException {
        ModelSerializer.writeModel(model, file.toFile(), true);
    }

    public float[] output(INDArray images) {
        var output = model instanceof ComputationGraph graph
                ? graph.outputSingle(images)
                : ((MultiLayerNetwork) model).output(images);
        return output.dup('c').data().asFloat();
    }

    public void fit(INDArray images, INDArray labels) {
        if (model instanceof ComputationGraph graph) {
            graph.fit(new INDArray[] {images}, new INDArray[] {labels});
        } else {
            ((MultiLayerNetwork) model).fit(images, labels);
        }
    }

    /** The sum over the images; what it has for statistics is what a step takes away from them. */
    public NetworkState gradient(INDArray images, INDArray labels) {
        if (model instanceof ComputationGraph graph) {
            graph.setInputs(images);
            graph.setLabels(labels);
            graph.computeGradientAndScore();
        } else {
            var list = (MultiLayerNetwork) model;
            list.setInput(images);
            list.setLabels(labels);
            list.computeGradientAndScore();
        }
        return layout.state(model.gradient().gradient().toFloatVector(), null);
    }

    /** The mean loss of the last images. */
    public double score() {
        return model.score();
    }

    /** After a step, with the state of Adam. */
    public NetworkState state() {
        var updaterState = model instanceof ComputationGraph graph
                ? graph.getUpdater().getStateViewArray()
                : ((MultiLayerNetwork) model).getUpdater().getStateViewArray();
        return layout.state(model.params().toFloatVector(), updaterState == null ? null : updaterState.toFloatVector());
    }

    public int steps() {
        return model instanceof ComputationGraph graph
                ? graph.getIterationCount()
                : ((MultiLayerNetwork) model).getIterationCount();
    }

    public int epochs() {
        return model instanceof ComputationGraph graph
                ? graph.getEpochCount()
                : ((MultiLayerNetwork) model).getEpochCount();
    }

    @Override
    public void close() {
        model.close();
    }
}
