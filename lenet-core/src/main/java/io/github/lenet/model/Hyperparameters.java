package io.github.lenet.model;

/**
 * Everything that the user chooses and that changes the trained parameters.
 *
 * @param architecture name of the network, one of {@link Architecture#names()}
 * @param epochs passes over the training images, 1 to 10,000
 * @param batchSize images for each step of the optimiser, 1 to 65,536
 * @param learningRate step size of Adam, greater than 0, at most 1
 * @param seed seed of the initial parameters, the order of the images and the hold-out
 * @param validationFraction share of the training images that is held out, stratified by class, to watch the training;
 *     0 (none) to less than 0.5
 * @param schedule how the step size changes, one of {@link Schedule#names()}
 * @param augmentation how the images are varied, one of {@link Augmentation#names()}
 */
public record Hyperparameters(
    String architecture,
    int epochs,
    int batchSize,
    double learningRate,
    long seed,
    double validationFraction,
    String schedule,
    String augmentation) {

  /** Highest number of epochs that is taken for meant. */
  public static final int MAXIMUM_EPOCHS = 10_000;

  /** Highest batch size that is taken for meant. */
  public static final int MAXIMUM_BATCH_SIZE = 65_536;

  /**
   * Checks every value.
   *
   * @throws InvalidParameterException if a value is outside its range; it names the parameter, the value and the range
   */
  public Hyperparameters {
    Architecture.named(architecture);
    if (epochs < 1 || epochs > MAXIMUM_EPOCHS) {
      throw new InvalidParameterException("epochs", epochs, "must be a whole number from 1 to " + MAXIMUM_EPOCHS);
    }
    if (batchSize < 1 || batchSize > MAXIMUM_BATCH_SIZE) {
      throw new InvalidParameterException(
          "batchSize", batchSize, "must be a whole number from 1 to " + MAXIMUM_BATCH_SIZE);
    }
    // Negated, so that NaN fails as well.
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new InvalidParameterException("learningRate", learningRate, "must be greater than 0 and at most 1");
    }
    if (!(validationFraction >= 0 && validationFraction < 0.5)) {
      throw new InvalidParameterException("validationFraction", validationFraction, "must be at least 0 and below 0.5");
    }
    Schedule.named(schedule);
    Augmentation.named(augmentation);
  }

  /**
   * A training with the same step size for all steps, on the images as they are.
   *
   * @param architecture name of the network
   * @param epochs passes over the training images
   * @param batchSize images for each step of the optimiser
   * @param learningRate step size of Adam
   * @param seed seed of everything that is random
   * @param validationFraction share of the training images that is held out
   * @throws InvalidParameterException if a value is outside its range
   */
  public Hyperparameters(
      String architecture, int epochs, int batchSize, double learningRate, long seed, double validationFraction) {
    this(
        architecture,
        epochs,
        batchSize,
        learningRate,
        seed,
        validationFraction,
        Schedule.CONSTANT.toString(),
        Augmentation.NONE.toString());
  }
}
