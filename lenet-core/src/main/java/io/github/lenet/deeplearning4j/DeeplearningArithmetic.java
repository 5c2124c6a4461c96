package io.github.lenet.deeplearning4j;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.Software;
import io.github.lenet.recipe.TrainableNetworks;
import io.github.lenet.training.Arithmetic;
import io.github.lenet.training.Batch;
import io.github.lenet.training.Score;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's own layers and updater, on the backend that is on the class path. */
public final class DeeplearningArithmetic implements Arithmetic {

    private final MultiLayerNetwork network;
    private final ForwardPass forwardPass = new ForwardPass();
    private final Architecture architecture;

    /**
     * Computes with a library of ND4J.
     *
     * @param library its coordinates; {@link io.github.lenet.recipe.TrainingInputs#arithmetic} has them
     * @return begins a training, and refuses a network that only the kernels compute, and any if ND4J would compute
     *     with another library, whatever the class path holds
     */
    public static Factory on(String library) {
        return (architecture, hyperparameters, parameters, workers) -> {
            requireComputable(architecture, library);
            Nd4jLibrary.require(library);
            return new DeeplearningArithmetic(architecture, hyperparameters, parameters);
        };
    }

    private static void requireComputable(Architecture architecture, String library) {
        var objection = TrainableNetworks.objectionOfCard(architecture);
        if (objection.isPresent()) {
            throw new InvalidParameterException(
                    "backend",
                    library,
                    objection.get() + "; set <backend>cpu</backend> (-Dlenet.backend=cpu) to train on the processor");
        }
    }

    /**
     * Builds a network.
     *
     * @param architecture the layers
     * @param hyperparameters step size, weight decay and seed
     * @param parameters initial parameters
     */
    DeeplearningArithmetic(Architecture architecture, Hyperparameters hyperparameters, float[] parameters) {
        this.architecture = architecture;
        // Otherwise, when memory runs out, it writes a report of its own into the working directory.
        CrashReportingUtil.crashDumpsEnabled(false);
        network = new MultiLayerNetwork(NetworkConfiguration.list(architecture, hyperparameters));
        network.init(Nd4j.createFromArray(parameters), false);
        network.addListeners(forwardPass);
    }

    @Override
    public String name() {
        return format(
                "Deeplearning4j %s on %s",
                Software.current().deeplearning4j(), Nd4j.getEnvironment().isCPU() ? "CPU" : "GPU");
    }

    @Override
    public Score step(Batch batch, double learningRate) {
        // Setting it builds the updater anew, with its state.
        if (network.getLearningRate(0) != learningRate) {
            network.setLearningRate(learningRate);
        }
        forwardPass.labels = batch.labels();
        // New arrays for each batch: what is written into the host's part of an old one never reaches a graphics card.
        try (var images = images(batch);
                var labels = labels(batch)) {
            network.fit(images, labels);
        }
        return new Score(batch.size(), (network.score() - forwardPass.penalty) * batch.size(), forwardPass.correct);
    }

    private INDArray images(Batch batch) {
        var image = architecture.image();
        var pixels = Arrays.copyOf(batch.images(), batch.size() * image.size());
        return Nd4j.create(pixels, new long[] {batch.size(), image.channels(), image.height(), image.width()}, 'c');
    }

    /** One row for each image, with a 1 in the column of its class. */
    private INDArray labels(Batch batch) {
        var oneHot = new float[batch.size() * architecture.classes()];
        for (var i = 0; i < batch.size(); i++) {
            oneHot[i * architecture.classes() + Byte.toUnsignedInt(batch.labels()[i])] = 1;
        }
        return Nd4j.create(oneHot, new long[] {batch.size(), architecture.classes()}, 'c');
    }

    @Override
    public NetworkState state() {
        return new NetworkState(network.params().toFloatVector(), updaterState().toFloatVector());
    }

    private INDArray updaterState() {
        return network.getUpdater().getStateViewArray();
    }

    @Override
    public void restore(NetworkState state, int steps) {
        network.setParams(Nd4j.createFromArray(state.parameters()));
        if (state.updaterState() == null) {
            updaterState().assign(0);
        } else {
            updaterState().assign(Nd4j.createFromArray(state.updaterState()));
        }
        // Adam corrects its moments by the number of steps, which every layer has from its own configuration.
        network.getLayerWiseConfigurations().setIterationCount(steps);
        for (var layer : network.getLayers()) {
            layer.setIterationCount(steps);
        }
    }

    @Override
    public void close() {
        network.close();
    }

    /** Watches the forward pass that a step makes anyway, with the parameters before it. */
    private static final class ForwardPass extends BaseTrainingListener {

        /** Of the images of the step. */
        private byte[] labels = {};

        private int correct;
        private double penalty;

        @Override
        public void onForwardPass(Model model, List<INDArray> activations) {
            // What Deeplearning4j adds to the score for the size of the weights, although their decay is no part of a
            // loss.
            penalty = ((MultiLayerNetwork) model).calcRegularizationScore(true);
            // The pass ends before the output layer, whose loss function does its part of the work; softmax keeps the
            // order.
            var output = ((MultiLayerNetwork) model).getOutputLayer();
            var lastHidden = activations.get(activations.size() - 1);
            var predicted = lastHidden
                    .mmul(output.getParam("W"))
                    .addiRowVector(output.getParam("b"))
                    .argMax(1)
                    .toIntVector();
            correct = 0;
            for (var i = 0; i < predicted.length; i++) {
                if (predicted[i] == Byte.toUnsignedInt(labels[i])) {
                    correct++;
                }
            }
        }
    }
}
