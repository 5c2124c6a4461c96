package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Activation;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;

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
        for (var weights : WeightRange.of(architecture)) {
            var bound = bound(weights.layer());
            for (var i = weights.from(); i < weights.to(); i++) {
                parameters[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
        return parameters;
    }

    private static double bound(Layer layer) {
        if (layer instanceof Convolution convolution) {
            var taps = convolution.kernelSize() * convolution.kernelSize();
            return bound(convolution.activation(), convolution.channels() * taps, convolution.filters() * taps);
        }
        var dense = (Dense) layer;
        return bound(dense.activation(), dense.inputs(), dense.outputs());
    }

    private static double bound(Activation activation, int inputs, int outputs) {
        return Math.sqrt(6.0 / (activation == Activation.RELU ? inputs : inputs + outputs));
    }
}
