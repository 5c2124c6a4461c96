package io.github.lenet.benchmark;

import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.SearchSpace;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialTraining;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Something to find good hyperparameters for, cheap enough to search it many times. */
interface SearchProblem {

    /** What is searched, on every problem. */
    SearchSpace SPACE = SearchSpace.parse("learningRate=0.0001..0.03 log; batchSize=16,32,64,128; weightDecay=0..0.1;"
            + " augmentation=none,shift,affine,elastic");

    /** The lists of that space. */
    List<Integer> BATCH_SIZES = List.of(16, 32, 64, 128);

    List<String> AUGMENTATIONS = List.of("none", "shift", "affine", "elastic");

    /** Where every search begins: a whole training has nine epochs, and there is much to be found. */
    Map<String, Object> PRESENT =
            Map.of("epochs", 9, "learningRate", 0.0003, "weightDecay", 0.1, "augmentation", "none");

    /**
     * Trains, and measures on images that are held out.
     *
     * @param training what to train
     * @return what a search would be told
     */
    TrialOutcome train(TrialTraining training);

    /**
     * How good hyperparameters are in truth.
     *
     * @param hyperparameters what a search found, for a whole training
     * @return images classified wrong of a hundred that no search has seen, on average over seeds
     */
    double error(Hyperparameters hyperparameters);

    /** The lowest of these errors that there is, if anybody knows. */
    OptionalDouble lowestError();
}
