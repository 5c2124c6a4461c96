package io.github.lenet.search;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.recipe.Hyperparameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Trains nothing: the loss is a function of the hyperparameters, with noise that the seed decides. */
public class Surface implements TrialRunner<RuntimeException> {

    private static final int IMAGES = 400;

    private final ToDoubleFunction<Hyperparameters> loss;
    private final double noise;
    final List<TrialTraining> trainings = new ArrayList<>();
    final List<TrialResult> ended = new ArrayList<>();

    /**
     * A surface.
     *
     * @param loss the mean loss; a training whose loss is not finite has failed
     * @param noise standard deviation of the loss of trainings that differ in their seed
     */
    public Surface(ToDoubleFunction<Hyperparameters> loss, double noise) {
        this.loss = loss;
        this.noise = noise;
    }

    /** Best at a learning rate of 0.002 and without weight decay; a third of the epochs costs a tenth more. */
    public static double bowl(Hyperparameters hyperparameters) {
        var octaves = Math.log(hyperparameters.learningRate() / 0.002) / Math.log(2);
        return (0.03 + 0.002 * octaves * octaves + 0.1 * hyperparameters.weightDecay())
                * (1 + 0.5 / hyperparameters.epochs());
    }

    @Override
    public List<TrialOutcome> run(List<TrialTraining> batch) {
        trainings.addAll(batch);
        // Whatever runs first: each outcome belongs to its training.
        var order = new ArrayList<>(batch);
        Collections.reverse(order);
        var outcomes = new ArrayList<>(order.stream().map(this::train).toList());
        Collections.reverse(outcomes);
        return outcomes;
    }

    private TrialOutcome train(TrialTraining training) {
        var hyperparameters = training.hyperparameters();
        var random = new SeededRandom(hyperparameters.values().hashCode());
        var mean = loss.applyAsDouble(hyperparameters) + noise * (random.nextDouble() - 0.5) * Math.sqrt(12);
        if (!Double.isFinite(mean)) {
            return TrialOutcome.failed("the loss is " + mean, 1);
        }
        var losses = DoubleStream.generate(() -> mean * 2 * random.nextDouble())
                .limit(training.isConfirmation() ? IMAGES : 0)
                .boxed()
                .toList();
        return TrialOutcome.measured(mean, 1 - Math.min(1, mean / 3), losses, 1);
    }

    @Override
    public void ended(TrialResult trial) {
        ended.add(trial);
    }
}
