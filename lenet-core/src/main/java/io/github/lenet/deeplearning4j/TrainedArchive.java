package io.github.lenet.deeplearning4j;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.training.TrainedNetwork;

/** Makes a trained network an archive that Deeplearning4j opens. */
public final class TrainedArchive {

    private TrainedArchive() {}

    /**
     * The archive of a trained network.
     *
     * @param trained what the training gave
     * @param inputs everything that decided it
     * @return the archive, equal for equal trainings
     */
    public static ModelArchive of(TrainedNetwork trained, TrainingInputs inputs) {
        var description = ModelDescription.of(trained.architecture(), inputs, trained.epochsKept());
        var configuration = NetworkConfiguration.of(trained, inputs.hyperparameters());
        return new ModelArchive(description, configuration, trained.state().network());
    }
}
