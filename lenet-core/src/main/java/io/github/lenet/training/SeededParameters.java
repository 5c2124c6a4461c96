package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Activation;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Slice;

/**
 * The parameters that a training begins with, in Deeplearning4j's flat order. Drawn here and not by ND4J, whose numbers
 * depend on the platform and on the number of threads.
 *
 * <p>Weights are uniform between plus and minus a bound, which keeps the variance of the activations from layer to
 * layer: the square root of 6 / inputs before a ReLU (He et al. 2015), and of 6 / (inputs + outputs) elsewhere (Glorot
 * and Bengio 2010). Biases are 0.
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
                if (slice.kind() == Slice.Kind.WEIGHTS) {
                    draw(parameters, slice, bound(network.nodes().get(node).layer()), random);
                }
            }
        }
        return parameters;
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
