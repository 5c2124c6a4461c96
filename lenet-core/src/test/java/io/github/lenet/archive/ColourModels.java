package io.github.lenet.archive;

import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.util.Map;

/** A model that takes images in colour. */
public final class ColourModels {

    private ColourModels() {}

    /** LeNet-5 after two epochs of coloured digits, which is enough to know their colours. */
    public static ModelArchive trained() {
        var images = ColouredDigits.train(300, 1);
        var hyperparameters = SeedRecipe.of("lenet5").with("epochs", 2).build();
        var data = new TrainingData(images.name(), images.classNames(), Map.of("train-images-idx3-ubyte", "aa"));
        return TrainedArchive.of(
                new Trainer(2).train(new Training(hyperparameters, images, null)),
                TrainingInputs.of(TrainingInputs.KERNELS, data, hyperparameters));
    }
}
