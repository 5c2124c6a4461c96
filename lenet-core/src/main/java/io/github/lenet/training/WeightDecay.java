package io.github.lenet.training;

import io.github.lenet.kernel.Update;
import java.util.List;

/**
 * Makes weights smaller with every step, apart from the gradient: the decoupled weight decay of AdamW (Loshchilov and
 * Hutter, "Decoupled weight decay regularization", 2019), scaled by the step size as in Deeplearning4j and PyTorch.
 * Biases stay as they are.
 */
final class WeightDecay implements Update {

    private final List<WeightRange> weights;
    private final double coefficient;
    private float factor = 1;

    /**
     * Prepares.
     *
     * @param weights what decays
     * @param coefficient share of a weight, times the step size, that a step takes away; 0 for none
     */
    WeightDecay(List<WeightRange> weights, double coefficient) {
        this.weights = weights;
        this.coefficient = coefficient;
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
        for (var range : weights) {
            var end = Math.min(to, range.to());
            for (var i = Math.max(from, range.from()); i < end; i++) {
                parameters[i] *= factor;
            }
        }
    }
}
