package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import java.util.List;

/** The sum of the planes of two layers, which have the same places, and zeros in the borders. */
final class LaneAddition implements Pass {

    private final Activation activation;
    private final List<Planes> inputs;
    private final boolean[] beginsGradient;
    private final Planes output;

    /**
     * Prepares.
     *
     * @param beginsGradient for each input, whether this is the first pass that computes its gradient
     */
    LaneAddition(Activation activation, List<Planes> inputs, boolean[] beginsGradient, Planes output) {
        this.activation = activation;
        this.inputs = inputs;
        this.beginsGradient = beginsGradient;
        this.output = output;
    }

    @Override
    public void forward(Weights weights, int images) {
        add(inputs.get(0).values(), inputs.get(1).values(), output.values());
        Activations.apply(activation, output.values(), output.values().length);
    }

    private static void add(float[] first, float[] second, float[] sums) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] = first[i] + second[i];
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        Activations.differentiate(activation, output.gradient(), output.values(), output.gradient().length);
        for (var k = 0; k < inputs.size(); k++) {
            var inputGradient = inputs.get(k).gradient();
            if (beginsGradient[k]) {
                System.arraycopy(output.gradient(), 0, inputGradient, 0, inputGradient.length);
            } else if (inputs.get(k).hasGradient()) {
                add(inputGradient, output.gradient(), inputGradient);
            }
        }
    }
}
