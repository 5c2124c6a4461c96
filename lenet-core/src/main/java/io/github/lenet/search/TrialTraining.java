package io.github.lenet.search;

import io.github.lenet.dataset.HoldOut;
import io.github.lenet.network.TrainedState;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.Checkpoints;
import io.github.lenet.training.TrainedNetwork;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import io.github.lenet.training.TrainingDivergedException;
import io.github.lenet.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A training that a search asks for, whole from the first step to the last.
 *
 * @param trial number of the trial, from 0
 * @param rung 1 for the shortest training of a trial, up to the one with all its epochs
 * @param isConfirmation whether it repeats a finalist with a fresh seed, and the loss of each held-out image is wanted
 * @param hyperparameters everything that the user chose or the search tries; {@code validationFraction} of the images
 *     are to be held out, stratified and drawn with {@code seed}, and measured after the last epoch, or after the best
 *     one where the training stops early
 */
public record TrialTraining(int trial, int rung, boolean isConfirmation, Hyperparameters hyperparameters) {

    /**
     * Trains, with the Java kernels: a function of the hyperparameters, the images and what it begins with alone, on
     * every machine and whatever else runs there.
     *
     * @param images the training images, divided with the fraction and the seed of the hyperparameters
     * @param threads threads for the arithmetic, at least 1; they change only the speed
     * @param initial what to go on from instead of drawn parameters, or null
     * @param listener is told of the progress
     * @param checkpoints keeps how far the training has come
     * @return what it gave, or why it can give nothing
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; the latest checkpoint stays
     */
    public TrialOutcome outcome(
            HoldOut images,
            int threads,
            @Nullable TrainedState initial,
            TrainingListener listener,
            Checkpoints checkpoints) {
        try {
            var training = new Training(hyperparameters, images.training(), images.validation(), initial);
            return measured(new Trainer(threads).train(training, listener, checkpoints), images);
        } catch (InvalidParameterException | TrainingDivergedException e) {
            return TrialOutcome.failed(String.valueOf(e.getMessage()), 0);
        }
    }

    private TrialOutcome measured(TrainedNetwork trained, HoldOut images) {
        var kept = trained.epochs().get(trained.keptEpoch() - 1);
        var loss = Objects.requireNonNull(kept.validationLoss(), "nothing was held out");
        var accuracy = Objects.requireNonNull(kept.validationAccuracy(), "nothing was held out");
        if (!Double.isFinite(loss)) {
            return TrialOutcome.failed("the loss of the images that were held out is " + loss, trained.seconds());
        }
        var losses = isConfirmation
                ? Arrays.stream(trained.losses(images.validation())).boxed().toList()
                : List.<Double>of();
        return TrialOutcome.measured(loss, accuracy, losses, trained.seconds());
    }
}
