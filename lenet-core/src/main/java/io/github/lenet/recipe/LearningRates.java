package io.github.lenet.recipe;

/**
 * The step size of each step of a training: it rises in a straight line over the steps of the warm-up, and then follows
 * the schedule over the steps that are left. The same numbers on every machine and with every JDK.
 *
 * <p>With a warm-up of {@code w} steps, step {@code s} of it (from 0) has {@code highest * (s + 1) / (w + 1)}, so that
 * no step is lost to a step size of 0, and the first step after it is the first with the highest. That is the gradual
 * warm-up of Goyal et al., "Accurate, large minibatch SGD" (2017), and what PyTorch computes with {@code SequentialLR}
 * of a {@code LinearLR} with {@code start_factor = 1 / (w + 1)} and {@code total_iters = w}, and a
 * {@code CosineAnnealingLR} with {@code T_max = steps - w}.
 *
 * @param schedule what the step size follows after the warm-up
 * @param highest the step size that the warm-up leads to, greater than 0
 * @param warmup steps of the warm-up, 0 (none) to half of all steps
 * @param steps steps of the whole training, the warm-up among them
 */
public record LearningRates(Schedule schedule, double highest, int warmup, int steps) {

    /**
     * The step sizes of a training. Its warm-up takes at most half of the steps: with few images, a number that is
     * meant for many would otherwise leave nothing of the schedule.
     *
     * @param hyperparameters what the user chose
     * @param steps steps of the whole training, at least 1
     * @return the step sizes
     */
    public static LearningRates of(Hyperparameters hyperparameters, int steps) {
        return new LearningRates(
                Schedule.named(hyperparameters.schedule()),
                hyperparameters.learningRate(),
                Math.min(hyperparameters.warmup(), steps / 2),
                steps);
    }

    /**
     * The step size of one step.
     *
     * @param step number of the step, from 0 to {@code steps - 1}
     * @return greater than 0, at most {@code highest}
     */
    public double at(int step) {
        return step < warmup
                ? highest * ((step + 1.0) / (warmup + 1.0))
                : schedule.learningRate(highest, step - warmup, steps - warmup);
    }
}
