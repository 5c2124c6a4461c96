package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.kernel.Activation;
import io.github.lenet.kernel.Convolution;
import io.github.lenet.kernel.Dense;
import io.github.lenet.kernel.Layer;
import io.github.lenet.model.Architecture;

/**
 * The parameters that a training begins with, in Deeplearning4j's flat order. Drawn here and not by ND4J, whose numbers
 * depend on the platform and on the number of threads.
 *
 * <p>Weights are uniform between plus and minus a bound, which keeps the variance of the activations from layer to
 * layer: the square root of 6 / inputs before a ReLU (He et al. 2015), and of 6 / (inputs + outputs) elsewhere (Glorot
 * and Bengio 2010). Biases are 0.
 */
final class SeededParameters {

  private final float[] parameters;
  private final SeededRandom random;
  private int next;

  private SeededParameters(int count, SeededRandom random) {
    this.parameters = new float[count];
    this.random = random;
  }

  /**
   * Draws the parameters of a network.
   *
   * @param architecture the network
   * @param random where the numbers come from
   * @return one value for each parameter, layer by layer
   */
  static float[] of(Architecture architecture, SeededRandom random) {
    var drawn = new SeededParameters(architecture.parameterCount(), random);
    architecture.layers().forEach(drawn::add);
    return drawn.parameters;
  }

  private void add(Layer layer) {
    if (layer instanceof Convolution convolution) {
      var taps = convolution.kernelSize() * convolution.kernelSize();
      var inputs = convolution.channels() * taps;
      var outputs = convolution.filters() * taps;
      addBias(convolution.filters());
      addWeights(convolution.filters() * inputs, bound(convolution.activation(), inputs, outputs));
    } else if (layer instanceof Dense dense) {
      addWeights(dense.inputs() * dense.outputs(), bound(dense.activation(), dense.inputs(), dense.outputs()));
      addBias(dense.outputs());
    }
  }

  private static double bound(Activation activation, int inputs, int outputs) {
    return Math.sqrt(6.0 / (activation == Activation.RELU ? inputs : inputs + outputs));
  }

  private void addWeights(int count, double bound) {
    for (var end = next + count; next < end; next++) {
      parameters[next] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
  }

  private void addBias(int count) {
    next += count;
  }
}
