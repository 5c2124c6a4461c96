package io.github.lenet.training;

import io.github.lenet.kernel.Adam;
import io.github.lenet.kernel.GradientComputation;
import io.github.lenet.kernel.Workers;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.Hyperparameters;

/**
 * The plain-Java kernels: about forty times as fast as Deeplearning4j's layers on a CPU, and the same bits for any
 * number of threads and on any machine.
 *
 * <p>Parameters and the state of Adam have the layout of Deeplearning4j, which can go on from them. The arithmetic does
 * not run inside its {@code fit}, though, whose own work takes longer than a step of the kernels.
 */
final class KernelArithmetic implements Arithmetic {

    private final float[] parameters;
    private final float[] statistics;
    private final WeightDecay weightDecay;
    private final Adam adam;
    private final GradientComputation computation;

    /**
     * Prepares.
     *
     * @param architecture the layers
     * @param hyperparameters what the user chose
     * @param parameters initial parameters, from now on changed by each step
     * @param workers the threads to use
     */
    KernelArithmetic(Architecture architecture, Hyperparameters hyperparameters, float[] parameters, Workers workers) {
        this.parameters = parameters;
        this.statistics = SeededParameters.statistics(architecture.network());
        this.weightDecay = new WeightDecay(architecture.network(), hyperparameters.weightDecay());
        this.adam = new Adam(architecture.parameterCount());
        this.computation = new GradientComputation(architecture.network(), workers);
    }

    @Override
    public String name() {
        return "Java kernels on CPU";
    }

    @Override
    public Score step(Batch batch, double learningRate) {
        weightDecay.next(learningRate);
        adam.next(learningRate);
        var loss = computation.step(parameters, statistics, batch.images(), batch.labels(), batch.size(), this::update);
        computation.averageStatistics(statistics, BatchNormalization.decay(adam.steps()));
        return new Score(batch.size(), loss, computation.correct());
    }

    private void update(float[] all, float[] gradient, int from, int to) {
        weightDecay.apply(all, gradient, from, to);
        adam.apply(all, gradient, from, to);
    }

    @Override
    public NetworkState state() {
        return adam.state(parameters, statistics);
    }

    @Override
    public void restore(NetworkState state, int steps) {
        adam.restore(state, steps);
        System.arraycopy(state.parameters(), 0, parameters, 0, parameters.length);
        System.arraycopy(state.statistics(), 0, statistics, 0, statistics.length);
    }
}
