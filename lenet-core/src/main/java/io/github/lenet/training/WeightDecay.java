package io.github.lenet.training;

import io.github.lenet.kernel.Update;
import io.github.lenet.network.Network;
import io.github.lenet.network.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes weights smaller with every step, apart from the gradient: the decoupled weight decay of AdamW (Loshchilov and
 * Hutter, "Decoupled weight decay regularization", 2019), scaled by the step size as in Deeplearning4j and PyTorch.
 * Biases stay as they are.
 */
final class WeightDecay implements Update {

    private final List<Slice> decaying = new ArrayList<>();
    private final double coefficient;
    private float factor = 1;

    /**
     * Prepares.
     *
     * @param network its slices say what decays
     * @param coefficient share of a weight, times the step size, that a step takes away; 0 for none
     */
    WeightDecay(Network network, double coefficient) {
        this.coefficient = coefficient;
        for (var node = 0; node < network.nodes().size(); node++) {
            network.slices(node).stream().filter(slice -> slice.kind().decays()).forEach(decaying::add);
        }
    }

    /**
     * Starts the next step.
     *
     * @param learningRate step size of Adam
     */
    void next(double learningRate) {
        factor = (float) (1 - learningRate * coefficient);
    }

    /** Call it before the optimiser moves the parameters, so that both begin with the same. */
    @Override
    public void apply(float[] parameters, float[] gradient, int from, int to) {
        if (coefficient == 0) {
            return;
        }
        for (var slice : decaying) {
            var end = Math.min(to, slice.to());
            for (var i = Math.max(from, slice.from()); i < end; i++) {
                parameters[i] *= factor;
            }
        }
    }
}
