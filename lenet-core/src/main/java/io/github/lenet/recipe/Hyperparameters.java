package io.github.lenet.recipe;

import static io.github.lenet.recipe.Hyperparameter.choice;
import static io.github.lenet.recipe.Hyperparameter.number;
import static io.github.lenet.recipe.Hyperparameter.wholeNumber;
import static io.github.lenet.text.Formatting.format;

import io.github.lenet.json.Transparent;
import io.github.lenet.network.Architecture;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Map;

/**
 * Everything that the user chooses and that changes the trained parameters. Part of {@code training.json} and of the
 * model archive.
 *
 * <p>A new hyperparameter is an entry in the list here, with a method that reads it, and a parameter of
 * {@code lenet:train} of the same name. It has a {@linkplain Hyperparameter#neutral neutral} value, which models of
 * earlier versions are taken to have.
 *
 * @param values the values by name, in the order of the list, without those that are neutral
 */
@Transparent
public record Hyperparameters(Map<String, Object> values) {

    /** Highest number of epochs that is taken for meant. */
    public static final int MAXIMUM_EPOCHS = 10_000;

    /** Highest batch size that is taken for meant. */
    public static final int MAXIMUM_BATCH_SIZE = 65_536;

    /** Fewest images of a mini-batch that batch normalisation takes its means and variances over. */
    public static final int MINIMUM_NORMALIZED = 4;

    /** Highest number of steps of a warm-up that is taken for meant. */
    public static final int MAXIMUM_WARMUP = 1_000_000;

    /**
     * In the order of their keys in a file, which the fingerprint of every model depends on: new ones go to the end.
     */
    static final KnownHyperparameters KNOWN = new KnownHyperparameters(List.of(
            choice("architecture", Architecture::named, others -> "lenet5"),
            wholeNumber("epochs", 1, MAXIMUM_EPOCHS, others -> recipeOf(others).epochs()),
            wholeNumber(
                    "batchSize",
                    1,
                    MAXIMUM_BATCH_SIZE,
                    others -> recipeOf(others).batchSize()),
            number(
                    "learningRate",
                    "greater than 0 and at most 1",
                    value -> value > 0 && value <= 1,
                    others -> recipeOf(others).learningRate(scheduleOf(others))),
            choice("schedule", Schedule::named, others -> Schedule.COSINE.toString()),
            number(
                    "weightDecay",
                    "from 0 to 1",
                    value -> value >= 0 && value <= 1,
                    others -> recipeOf(others).weightDecay()),
            choice(
                    "augmentation",
                    Augmentation::named,
                    others -> recipeOf(others).augmentation(scheduleOf(others)).toString()),
            number("validationFraction", "at least 0 and below 0.5", value -> value >= 0 && value < 0.5, others -> 0.0),
            wholeNumber("earlyStoppingPatience", 0, MAXIMUM_EPOCHS, others -> 0L),
            wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE, others -> 42L),
            wholeNumber("warmup", 0, MAXIMUM_WARMUP, others -> recipeOf(others).warmup())
                    .neutralAt(0L)));

    /**
     * Checks every value.
     *
     * @throws InvalidParameterException if a value is outside its range; it names the parameter, the value and the
     *     range
     * @throws IllegalArgumentException if a value is missing, or if there is no hyperparameter of a name
     */
    public Hyperparameters {
        values = KNOWN.check(values);
        requireImagesToValidateOn(values);
        requireImagesToNormalize(values);
    }

    private static void requireImagesToValidateOn(Map<String, Object> values) {
        var patience = (Long) KNOWN.value("earlyStoppingPatience", values);
        if (patience > 0 && (Double) KNOWN.value("validationFraction", values) == 0) {
            throw new InvalidParameterException(
                    "earlyStoppingPatience",
                    patience,
                    "needs images to validate on: hold some out, for example with "
                            + "<lenet.validationFraction>0.1</lenet.validationFraction> in the <properties> of the POM");
        }
    }

    private static void requireImagesToNormalize(Map<String, Object> values) {
        var batchSize = (Long) KNOWN.value("batchSize", values);
        var architecture = (String) KNOWN.value("architecture", values);
        if (batchSize < MINIMUM_NORMALIZED
                && Architecture.named(architecture).network().statisticsCount() > 0) {
            throw new InvalidParameterException(
                    "batchSize",
                    batchSize,
                    format(
                            "must be at least %d with <architecture>%s</architecture>, whose batch normalisation takes means and"
                                    + " variances over the images of a mini-batch",
                            MINIMUM_NORMALIZED, architecture),
                    Long.toString(StandardRecipe.of(architecture).batchSize()));
        }
    }

    /**
     * Reads hyperparameters as a POM has them.
     *
     * @param written texts such as {@code 1e-3}, or numbers, by the names of hyperparameters; the others, and those
     *     that are null, have their defaults, most of which go with the {@link #architecture} and the {@link #schedule}
     * @return the hyperparameters
     * @throws InvalidParameterException if a text is no value of its hyperparameter; it says what would be one
     * @throws IllegalArgumentException if there is no hyperparameter of a name
     */
    public static Hyperparameters of(Map<String, ?> written) {
        return new Hyperparameters(KNOWN.parse(written));
    }

    /**
     * The names of all hyperparameters.
     *
     * @return the names, as in the POM, in the order in which they are shown
     */
    public static List<String> names() {
        return KNOWN.names();
    }

    /**
     * The value of a hyperparameter, for those who treat all alike.
     *
     * @param name one of {@link #names()}
     * @return a {@link String}, a {@link Long} or a {@link Double}
     */
    public Object value(String name) {
        return KNOWN.value(name, values);
    }

    /**
     * The network.
     *
     * @return one of {@link Architecture#names()}
     */
    public String architecture() {
        return (String) value("architecture");
    }

    /**
     * Passes over the training images.
     *
     * @return 1 to {@link #MAXIMUM_EPOCHS}
     */
    public int epochs() {
        return wholeNumberOf("epochs");
    }

    /**
     * Images for each step of the optimiser.
     *
     * @return 1, with batch normalisation {@link #MINIMUM_NORMALIZED}, to {@link #MAXIMUM_BATCH_SIZE}
     */
    public int batchSize() {
        return wholeNumberOf("batchSize");
    }

    /**
     * The step size of Adam.
     *
     * @return greater than 0, at most 1
     */
    public double learningRate() {
        return numberOf("learningRate");
    }

    /**
     * How the step size changes.
     *
     * @return one of {@link Schedule#names()}
     */
    public String schedule() {
        return (String) value("schedule");
    }

    /**
     * Share of each weight, times the step size, that a step takes away; biases keep theirs.
     *
     * @return 0 (none) to 1
     */
    public double weightDecay() {
        return numberOf("weightDecay");
    }

    /**
     * How the images are varied.
     *
     * @return one of {@link Augmentation#names()}
     */
    public String augmentation() {
        return (String) value("augmentation");
    }

    /**
     * Share of the training images that is held out, stratified by class, to watch the training.
     *
     * @return 0 (none) to less than 0.5
     */
    public double validationFraction() {
        return numberOf("validationFraction");
    }

    /**
     * Epochs to go on without a lower validation loss, after which the training ends with the parameters of the best
     * epoch.
     *
     * @return 0 to run all epochs and keep the last
     */
    public int earlyStoppingPatience() {
        return wholeNumberOf("earlyStoppingPatience");
    }

    /**
     * Seed of the initial parameters, the order of the images, their variants and the hold-out.
     *
     * @return any number
     */
    public long seed() {
        return (Long) value("seed");
    }

    /**
     * Steps over which the step size rises before the schedule begins, if the training is long enough for them: see
     * {@link LearningRates}.
     *
     * @return 0 (none) to {@link #MAXIMUM_WARMUP}
     */
    public int warmup() {
        return wholeNumberOf("warmup");
    }

    private int wholeNumberOf(String name) {
        return Math.toIntExact((Long) value(name));
    }

    private double numberOf(String name) {
        return (Double) value(name);
    }

    private static StandardRecipe recipeOf(Hyperparameter.Others others) {
        return StandardRecipe.of((String) others.value("architecture"));
    }

    private static Schedule scheduleOf(Hyperparameter.Others others) {
        return Schedule.named((String) others.value("schedule"));
    }
}
