package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import java.util.List;

/** The sum of the planes of two layers. */
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
        var first = inputs.get(0);
        var second = inputs.get(1);
        for (var channel = 0; channel < output.shape().channels(); channel++) {
            for (var row = 0; row < output.shape().height(); row++) {
                var from = first.index(channel, row, 0);
                var other = second.index(channel, row, 0);
                var to = output.index(channel, row, 0);
                for (var i = 0; i < output.runSize(); i++) {
                    output.values()[to + i] = first.values()[from + i] + second.values()[other + i];
                }
                Activations.apply(activation, output.values(), to, output.runSize());
            }
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        Activations.differentiate(activation, output.gradient(), output.values(), output.gradient().length);
        for (var k = 0; k < inputs.size(); k++) {
            if (inputs.get(k).hasGradient()) {
                spread(inputs.get(k), beginsGradient[k]);
            }
        }
    }

    private void spread(Planes input, boolean begins) {
        for (var channel = 0; channel < output.shape().channels(); channel++) {
            for (var row = 0; row < output.shape().height(); row++) {
                var from = output.index(channel, row, 0);
                var to = input.index(channel, row, 0);
                for (var i = 0; i < output.runSize(); i++) {
                    input.gradient()[to + i] = (begins ? 0 : input.gradient()[to + i]) + output.gradient()[from + i];
                }
            }
        }
    }
}
