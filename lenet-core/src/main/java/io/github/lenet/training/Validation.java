package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.Inference;
import io.github.lenet.kernel.Softmax;
import io.github.lenet.network.Network;
import io.github.lenet.network.NetworkState;
import java.util.stream.Stream;

/** Measures a network on held-out images with the arithmetic that will classify later. */
final class Validation {

    private final Network network;
    private final Dataset dataset;
    private final Parts parts;

    /**
     * Prepares the measurement.
     *
     * @param network the arithmetic
     * @param dataset the held-out images
     * @param parts the threads to use
     */
    Validation(Network network, Dataset dataset, Parts parts) {
        this.network = network;
        this.dataset = dataset;
        this.parts = parts;
    }

    /**
     * Classifies every image.
     *
     * @param state what the network has learnt
     * @return the score of all images together
     */
    Score measure(NetworkState state) {
        return measure(state, new double[dataset.size()]);
    }

    /**
     * Classifies every image.
     *
     * @param state what the network has learnt
     * @return the cross-entropy of each image, in nats
     */
    double[] losses(NetworkState state) {
        var losses = new double[dataset.size()];
        measure(state, losses);
        return losses;
    }

    private Score measure(NetworkState state, double[] losses) {
        var folded = FoldedNetwork.of(network, state.parameters(), state.statistics());
        var scores = new Score[Parts.COUNT];
        parts.run(dataset.size(), (part, from, to) -> scores[part] = measure(folded, from, to, losses));
        return Stream.of(scores).reduce(Score.NONE, Score::plus);
    }

    private Score measure(FoldedNetwork folded, int from, int to, double[] losses) {
        var probabilities = new float[(to - from) * network.outputSize()];
        var first = dataset.pixelOffset(from);
        new Inference(folded).probabilities(dataset.pixels(), first, to - from, probabilities);
        var loss = 0.0;
        var correct = 0;
        for (var image = from; image < to; image++) {
            var offset = (image - from) * network.outputSize();
            var label = dataset.label(image);
            // Softmax in floats underflows to 0, whose logarithm would hide how wrong the other images are.
            losses[image] = -StrictMath.log(Math.max(probabilities[offset + label], Float.MIN_NORMAL));
            loss += losses[image];
            if (Softmax.argMax(probabilities, offset, network.outputSize()) == label) {
                correct++;
            }
        }
        return new Score(to - from, loss, correct);
    }
}
