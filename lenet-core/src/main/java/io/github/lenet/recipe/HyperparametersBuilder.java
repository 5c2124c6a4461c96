package io.github.lenet.recipe;

import io.github.lenet.parameter.InvalidParameterException;

/**
 * Collects {@link Hyperparameters}, whose ranges are checked at the end. What is not set keeps its default; those of
 * the step size and the augmentation are what goes with the {@link Schedule}.
 */
public final class HyperparametersBuilder {

    private String architecture = "lenet5";
    private int epochs = 10;
    private int batchSize = 32;
    private Double learningRate;
    private String schedule = Schedule.COSINE.toString();
    private double weightDecay;
    private String augmentation;
    private double validationFraction;
    private int earlyStoppingPatience;
    private long seed = 42;

    /** Begins with the defaults. */
    HyperparametersBuilder() {}

    /**
     * Sets {@link Hyperparameters#architecture}.
     *
     * @param architecture the value
     * @return this builder
     */
    public HyperparametersBuilder architecture(String architecture) {
        this.architecture = architecture;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#epochs}.
     *
     * @param epochs the value
     * @return this builder
     */
    public HyperparametersBuilder epochs(int epochs) {
        this.epochs = epochs;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#batchSize}.
     *
     * @param batchSize the value
     * @return this builder
     */
    public HyperparametersBuilder batchSize(int batchSize) {
        this.batchSize = batchSize;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#learningRate}.
     *
     * @param learningRate the value, or null for what goes with the schedule
     * @return this builder
     */
    public HyperparametersBuilder learningRate(Double learningRate) {
        this.learningRate = learningRate;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#schedule}.
     *
     * @param schedule the value
     * @return this builder
     */
    public HyperparametersBuilder schedule(String schedule) {
        this.schedule = schedule;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#weightDecay}.
     *
     * @param weightDecay the value
     * @return this builder
     */
    public HyperparametersBuilder weightDecay(double weightDecay) {
        this.weightDecay = weightDecay;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#augmentation}.
     *
     * @param augmentation the value, or null for what goes with the schedule
     * @return this builder
     */
    public HyperparametersBuilder augmentation(String augmentation) {
        this.augmentation = augmentation;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#validationFraction}.
     *
     * @param validationFraction the value
     * @return this builder
     */
    public HyperparametersBuilder validationFraction(double validationFraction) {
        this.validationFraction = validationFraction;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#earlyStoppingPatience}.
     *
     * @param earlyStoppingPatience the value
     * @return this builder
     */
    public HyperparametersBuilder earlyStoppingPatience(int earlyStoppingPatience) {
        this.earlyStoppingPatience = earlyStoppingPatience;
        return this;
    }

    /**
     * Sets {@link Hyperparameters#seed}.
     *
     * @param seed the value
     * @return this builder
     */
    public HyperparametersBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    /**
     * Checks and keeps what has been set.
     *
     * @return the hyperparameters
     * @throws InvalidParameterException if a value is outside its range
     */
    public Hyperparameters build() {
        var defaults = Schedule.named(schedule);
        return new Hyperparameters(
                architecture,
                epochs,
                batchSize,
                learningRate == null ? defaults.defaultLearningRate() : learningRate,
                schedule,
                weightDecay,
                augmentation == null ? defaults.defaultAugmentation().toString() : augmentation,
                validationFraction,
                earlyStoppingPatience,
                seed);
    }
}
