package io.github.lenet.recipe;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.network.Architecture;
import io.github.lenet.parameter.InvalidParameterException;
import java.lang.reflect.RecordComponent;

/**
 * Everything that the user chooses and that changes the trained parameters. Made by a {@link #builder}, and part of
 * {@code training.json} and of the model archive, with these names as its keys.
 *
 * @param architecture name of the network, one of {@link Architecture#names()}
 * @param epochs passes over the training images, 1 to 10,000
 * @param batchSize images for each step of the optimiser, 1 to 65,536
 * @param learningRate step size of Adam, greater than 0, at most 1
 * @param schedule how the step size changes, one of {@link Schedule#names()}
 * @param weightDecay share of each weight, times the step size, that a step takes away; biases keep theirs; 0 (none) to
 *     1
 * @param augmentation how the images are varied, one of {@link Augmentation#names()}
 * @param validationFraction share of the training images that is held out, stratified by class, to watch the training;
 *     0 (none) to less than 0.5
 * @param earlyStoppingPatience epochs to go on without a lower validation loss, after which the training ends with the
 *     parameters of the best epoch; 0 to run all epochs and keep the last
 * @param seed seed of the initial parameters, the order of the images, their variants and the hold-out
 */
public record Hyperparameters(
        String architecture,
        int epochs,
        int batchSize,
        double learningRate,
        String schedule,
        double weightDecay,
        String augmentation,
        double validationFraction,
        int earlyStoppingPatience,
        long seed) {

    /** Highest number of epochs that is taken for meant. */
    public static final int MAXIMUM_EPOCHS = 10_000;

    /** Highest batch size that is taken for meant. */
    public static final int MAXIMUM_BATCH_SIZE = 65_536;

    /**
     * Checks every value.
     *
     * @throws InvalidParameterException if a value is outside its range; it names the parameter, the value and the
     *     range
     */
    public Hyperparameters {
        Architecture.named(architecture);
        requireWholeNumber("epochs", epochs, 1, MAXIMUM_EPOCHS);
        requireWholeNumber("batchSize", batchSize, 1, MAXIMUM_BATCH_SIZE);
        // Negated, so that NaN fails as well.
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new InvalidParameterException("learningRate", learningRate, "must be greater than 0 and at most 1");
        }
        Schedule.named(schedule);
        if (!(weightDecay >= 0 && weightDecay <= 1)) {
            throw new InvalidParameterException("weightDecay", weightDecay, "must be from 0 to 1");
        }
        Augmentation.named(augmentation);
        if (!(validationFraction >= 0 && validationFraction < 0.5)) {
            throw new InvalidParameterException(
                    "validationFraction", validationFraction, "must be at least 0 and below 0.5");
        }
        requireWholeNumber("earlyStoppingPatience", earlyStoppingPatience, 0, MAXIMUM_EPOCHS);
        if (earlyStoppingPatience > 0 && validationFraction == 0) {
            throw new InvalidParameterException(
                    "earlyStoppingPatience",
                    earlyStoppingPatience,
                    "needs images to validate on: hold some out, for example with "
                            + "<lenet.validationFraction>0.1</lenet.validationFraction> in the <properties> of the POM");
        }
    }

    private static void requireWholeNumber(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new InvalidParameterException(
                    name, value, format("must be a whole number from %d to %d", lowest, highest));
        }
    }

    /** The value of a component, for those who treat all alike. */
    Object value(RecordComponent component) {
        try {
            return component.getAccessor().invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the accessors of a public record can be called", e);
        }
    }

    /**
     * Begins with the defaults of {@code lenet:train}.
     *
     * @return a builder, to be changed and then {@linkplain HyperparametersBuilder#build built}
     */
    public static HyperparametersBuilder builder() {
        return new HyperparametersBuilder();
    }
}
