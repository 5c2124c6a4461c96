package io.github.lenet.training;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.network.Architecture;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.TrainingInputs;
import java.util.List;

/**
 * What a training gives.
 *
 * <p>The arrays are shared with the caller, not copied, and compared by identity.
 *
 * @param architecture the network, adapted to the images
 * @param backend what computed, for people
 * @param epochs what each pass over the images gave, the first one first
 * @param keptEpoch number of the epoch after which the model has its parameters: the last, or with early stopping the
 *     best
 * @param seconds wall-clock time of all epochs together, their validation included
 * @param configuration Deeplearning4j's description of the network as JSON, with the numbers of steps and epochs done
 * @param parameters weights and biases, in Deeplearning4j's flat order
 * @param updaterState Adam's first moments of all parameters, then the second moments
 */
public record TrainedModel(
        Architecture architecture,
        String backend,
        List<EpochResult> epochs,
        int keptEpoch,
        double seconds,
        String configuration,
        float[] parameters,
        float[] updaterState) {

    /**
     * The archive of this model.
     *
     * @param inputs everything that decided what the training gave
     * @return the archive, equal for equal trainings
     */
    public ModelArchive archive(TrainingInputs inputs) {
        // The passes after it are no part of this model; training.json has them.
        var description = ModelDescription.of(architecture, inputs, epochs.subList(0, keptEpoch));
        return new ModelArchive(description, configuration, parameters, updaterState);
    }
}
