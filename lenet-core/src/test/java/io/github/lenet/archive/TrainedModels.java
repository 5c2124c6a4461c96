package io.github.lenet.archive;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.util.Map;

/** Models for any images. */
public final class TrainedModels {

    private TrainedModels() {}

    /** A network after two epochs, which are enough to know the colours of coloured digits. */
    public static ModelArchive of(String architecture, Dataset images) {
        var hyperparameters = SeedRecipe.of(architecture).with("epochs", 2).build();
        var data = new TrainingData(images.name(), images.classNames(), Map.of("train-images-idx3-ubyte", "aa"));
        return TrainedArchive.of(
                new Trainer(2).train(new Training(hyperparameters, images, null)),
                TrainingInputs.of(TrainingInputs.KERNELS, data, hyperparameters));
    }
}
