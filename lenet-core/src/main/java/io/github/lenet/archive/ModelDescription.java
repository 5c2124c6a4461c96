package io.github.lenet.archive;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.json.OmitEmpty;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.Software;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.text.Composed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model is and where it comes from: {@code lenet.json} in the archive.
 *
 * <p>Only inputs and results that follow from them; no time, machine or path, so that equal trainings give equal
 * archives.
 *
 * @param schemaVersion version of this layout, {@link #SCHEMA_VERSION}
 * @param architecture name of the network, one of {@link Architecture#names()}
 * @param parameters number of trainable parameters
 * @param height rows of pixels of an image
 * @param width columns of pixels of an image
 * @param channels 3 for coloured images; null for grey ones, as all were when there was no such key
 * @param fingerprint {@link TrainingInputs#sha256()} of the inputs
 * @param inputs everything that decides what the training gives
 * @param epochs what each pass over the training images gave, the first one first
 * @param software what wrote the archive
 */
public record ModelDescription(
        int schemaVersion,
        String architecture,
        int parameters,
        int height,
        int width,
        @OmitEmpty @Nullable Integer channels,
        String fingerprint,
        TrainingInputs inputs,
        List<Epoch> epochs,
        Software software) {

    /** The layout that this version writes and reads. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException if the architecture cannot take such images or has another number of parameters
     *     for them, is not that of the hyperparameters, or the fingerprint is not that of the inputs
     */
    public ModelDescription {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schemaVersion is " + schemaVersion + ", but must be " + SCHEMA_VERSION);
        }
        Objects.requireNonNull(inputs, "inputs is missing");
        var classes = inputs.dataset().classNames().size();
        channels = channels == null || channels == 1 ? null : channels;
        var image = shape(channels, height, width);
        var network = Architecture.named(architecture).adaptedTo(image, classes);
        if (parameters != network.parameterCount()) {
            throw new IllegalArgumentException(format(
                    "parameters is %d, but %s has %d for %s of %d x %d pixels in %d classes",
                    parameters,
                    architecture,
                    network.parameterCount(),
                    image.channels() == 1 ? "images" : "coloured images",
                    height,
                    width,
                    classes));
        }
        Objects.requireNonNull(software, "software is missing");
        if (!inputs.hyperparameters().architecture().equals(architecture)) {
            throw new IllegalArgumentException(format(
                    "the hyperparameters are for %s, but the architecture is %s",
                    inputs.hyperparameters().architecture(), architecture));
        }
        if (!inputs.sha256().equals(fingerprint)) {
            throw new IllegalArgumentException(
                    format("the fingerprint is %s, but that of the inputs is %s", fingerprint, inputs.sha256()));
        }
        epochs = List.copyOf(Objects.requireNonNull(epochs, "epochs is missing"));
        for (var i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).epoch() != i + 1) {
                throw new IllegalArgumentException("epoch " + epochs.get(i).epoch() + " stands in place " + (i + 1));
            }
        }
    }

    /**
     * Describes a model that has just been trained by this version.
     *
     * @param architecture the network, adapted to the images
     * @param inputs everything that decided what the training gave
     * @param epochs what each pass over the training images gave
     * @return the description
     */
    public static ModelDescription of(Architecture architecture, TrainingInputs inputs, List<EpochResult> epochs) {
        return new ModelDescription(
                SCHEMA_VERSION,
                architecture.name(),
                architecture.parameterCount(),
                architecture.image().height(),
                architecture.image().width(),
                architecture.image().channels(),
                inputs.sha256(),
                inputs,
                epochs.stream().map(Epoch::of).toList(),
                Software.current());
    }

    /**
     * The network of the model.
     *
     * @return the architecture, adapted to the images and classes
     */
    public Architecture adaptedArchitecture() {
        return Architecture.named(architecture).adaptedTo(image(), classNames().size());
    }

    /**
     * The shape of an image.
     *
     * @return channels, 1 for grey and 3 for red, green and blue; rows and columns of pixels
     */
    public Shape image() {
        return shape(channels, height, width);
    }

    private static Shape shape(@Nullable Integer channels, int height, int width) {
        return new Shape(channels == null ? 1 : channels, height, width);
    }

    /**
     * What each label stands for.
     *
     * @return the names of the classes, label 0 first
     */
    public List<String> classNames() {
        // The inputs keep them as they were: the fingerprint is made of those bytes.
        return Composed.of(dataset().classNames());
    }

    /**
     * What the model was trained on.
     *
     * @return the data set among the inputs
     */
    public TrainingData dataset() {
        return inputs.dataset();
    }

    /**
     * What the user chose.
     *
     * @return the hyperparameters among the inputs
     */
    public Hyperparameters hyperparameters() {
        return inputs.hyperparameters();
    }

    /**
     * The part of an {@link EpochResult} that a repetition gives again.
     *
     * @param epoch number of the epoch, from 1
     * @param learningRate the optimiser's step size at the end of the epoch
     * @param trainingLoss mean cross-entropy over the epoch's images, in nats
     * @param trainingAccuracy share of those images that were classified right, 0 to 1
     * @param validationLoss mean cross-entropy over the held-out images, in nats, or null without a hold-out
     * @param validationAccuracy share of the held-out images that are classified right, 0 to 1, or null without a
     *     hold-out
     */
    public record Epoch(
            int epoch,
            double learningRate,
            double trainingLoss,
            double trainingAccuracy,
            @Nullable Double validationLoss,
            @Nullable Double validationAccuracy) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if a loss is not a number from 0, or an accuracy none from 0 to 1
         */
        public Epoch {
            requireInRange("learningRate", learningRate, 1);
            requireInRange("trainingLoss", trainingLoss, Double.MAX_VALUE);
            requireInRange("trainingAccuracy", trainingAccuracy, 1);
            if (validationLoss != null) {
                requireInRange("validationLoss", validationLoss, Double.MAX_VALUE);
            }
            if (validationAccuracy != null) {
                requireInRange("validationAccuracy", validationAccuracy, 1);
            }
        }

        private static void requireInRange(String name, double value, double maximum) {
            // Negated, so that NaN fails as well.
            if (!(value >= 0 && value <= maximum)) {
                throw new IllegalArgumentException(name + " of an epoch is " + value);
            }
        }

        private static Epoch of(EpochResult result) {
            return new Epoch(
                    result.epoch(),
                    result.learningRate(),
                    result.trainingLoss(),
                    result.trainingAccuracy(),
                    result.validationLoss(),
                    result.validationAccuracy());
        }
    }
}
