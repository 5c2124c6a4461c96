package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.network.TrainedState;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.LearningRates;
import io.github.lenet.recipe.TrainableNetworks;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what a training on the Java kernels gives, to the bit.
 *
 * @param hyperparameters what the user chose
 * @param images the images to train on, which the network is adapted to
 * @param validation held-out images of the same size and classes to measure after each epoch, or null
 * @param initial what to go on from instead of drawn parameters, or null; of the {@link #architecture}
 */
public record Training(
        Hyperparameters hyperparameters,
        Dataset images,
        @Nullable Dataset validation,
        @Nullable TrainedState initial) {

    /**
     * A training from drawn parameters.
     *
     * @param hyperparameters what the user chose
     * @param images the images to train on
     * @param validation held-out images, or null
     */
    public Training(Hyperparameters hyperparameters, Dataset images, @Nullable Dataset validation) {
        this(hyperparameters, images, validation, null);
    }

    /**
     * A training from drawn parameters, with as many images held out as the hyperparameters ask for.
     *
     * @param hyperparameters what the user chose
     * @param images all images; those to validate on are a part of them
     * @return the training
     */
    public static Training of(Hyperparameters hyperparameters, Dataset images) {
        if (hyperparameters.validationFraction() == 0) {
            return new Training(hyperparameters, images, null);
        }
        var parts = images.stratifiedHoldOut(hyperparameters.validationFraction(), hyperparameters.seed());
        return new Training(hyperparameters, parts.training(), parts.validation());
    }

    /**
     * The same training from an earlier one's end.
     *
     * @param initial what to go on from
     * @return the training
     */
    public Training from(TrainedState initial) {
        return new Training(hyperparameters, images, validation, initial);
    }

    /**
     * The network for these images.
     *
     * @return the architecture, adapted to them
     * @throws InvalidParameterException if it cannot be adapted to them, there are none, or those to validate on differ
     */
    public Architecture architecture() {
        var architecture = architecture(images);
        if (validation != null
                && !architecture.toString().equals(architecture(validation).toString())) {
            throw new InvalidParameterException(
                    "dataset", validation.name(), "has other images to validate on than to train on, or other classes");
        }
        return architecture;
    }

    /**
     * The step sizes of all its steps.
     *
     * @return one for each mini-batch of each epoch
     */
    public LearningRates learningRates() {
        return LearningRates.of(
                hyperparameters,
                hyperparameters.epochs() * Batches.perEpoch(images.size(), hyperparameters.batchSize()));
    }

    private Architecture architecture(Dataset dataset) {
        if (dataset.size() == 0) {
            throw new InvalidParameterException("dataset", dataset.name(), "cannot be trained on: there are no images");
        }
        return TrainableNetworks.fitting(
                hyperparameters.architecture(),
                dataset.name(),
                new Shape(dataset.channels(), dataset.height(), dataset.width()),
                dataset.classNames().size());
    }
}
