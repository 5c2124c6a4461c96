package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Activation;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Slice;
import java.util.Arrays;

/**
 * The parameters that a training begins with, in Deeplearning4j's flat order. Drawn here and not by ND4J, whose numbers
 * depend on the platform and on the number of threads.
 *
 * <p>Weights are uniform between plus and minus a bound, which keeps the variance of the activations from layer to
 * layer: the square root of 6 / inputs before a ReLU (He et al. 2015), and of 6 / (inputs + outputs) elsewhere (Glorot
 * and Bengio 2010). Biases and shifts are 0, scales are 1 or, at the end of a residual branch, 0.
 */
final class SeededParameters {

    private SeededParameters() {}

    /**
     * Draws the parameters of a network.
     *
     * @param architecture the network
     * @param random where the numbers come from
     * @return one value for each parameter, layer by layer
     */
    static float[] of(Architecture architecture, SeededRandom random) {
        var parameters = new float[architecture.parameterCount()];
        var network = architecture.network();
        for (var node = 0; node < network.nodes().size(); node++) {
            for (var slice : network.slices(node)) {
                var layer = network.nodes().get(node).layer();
                if (slice.kind() == Slice.Kind.WEIGHTS) {
                    draw(parameters, slice, bound(layer), random);
                } else if (slice.kind() == Slice.Kind.SCALES) {
                    Arrays.fill(parameters, slice.from(), slice.to(), layer.initialScale());
                }
            }
        }
        return parameters;
    }

    /**
     * The running averages that a training begins with.
     *
     * @param network the network
     * @return one value for each statistic: 0 for a mean, 1 for a variance
     */
    static float[] statistics(Network network) {
        var statistics = new float[network.statisticsCount()];
        for (var node = 0; node < network.nodes().size(); node++) {
            var count = network.nodes().get(node).layer().statisticsCount();
            var first = network.firstStatistic(node);
            Arrays.fill(statistics, first + count / 2, first + count, 1);
        }
        return statistics;
    }

    private static void draw(float[] parameters, Slice slice, double bound, SeededRandom random) {
        for (var i = slice.from(); i < slice.to(); i++) {
            parameters[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    private static double bound(Layer layer) {
        var values = layer.activation() == Activation.RELU ? layer.fanIn() : layer.fanIn() + layer.fanOut();
        return Math.sqrt(6.0 / values);
    }
}
