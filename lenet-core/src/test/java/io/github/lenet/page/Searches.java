package io.github.lenet.page;

import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Pruning;
import io.github.lenet.search.Search;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.SearchSpace;
import io.github.lenet.search.Surface;
import io.github.lenet.search.Tuning;
import java.util.Map;

/** Searches on drawn surfaces. */
final class Searches {

    static final String SPACE = "learningRate=0.00005..0.05 log; batchSize=16..64 step 16; weightDecay=0..0.1;"
            + " augmentation=none,shift,affine";

    private static final double DIVERGES_FROM = 0.02;

    private Searches() {}

    /** From values that are bad, with trials that stop and fail. */
    static Tuning better() {
        return search(40, SPACE, Map.of("learningRate", 0.0001), Objective.LOSS, 0.0005);
    }

    /** From values that cannot be improved, with a lot of noise. */
    static Tuning noBetter() {
        return search(12, SPACE, Map.of(), Objective.ACCURACY, 0.005);
    }

    /** From values outside of the space, one of which has no logarithm, over all hyperparameters. */
    static Tuning wide() {
        var space = "architecture=lenet5,lenet5-1998,vgg6,resnet8,resnet14; epochs=5..15; batchSize=16,32,64,128;"
                + " learningRate=0.0005..0.01 log; weightDecay=0.001..0.1 log;"
                + " schedule=constant,step,cosine; augmentation=none,shift,affine; warmup=0..200";
        return search(40, space, Map.of("batchSize", 20, "learningRate", 0.05), Objective.LOSS, 0.0005);
    }

    /** In which nothing can be trained. */
    static Tuning allFailed() {
        return search(4, "learningRate=0.02..0.05", Map.of("learningRate", 0.03), Objective.LOSS, 0);
    }

    static Tuning search(int trials, String space, Map<String, ?> present, Objective objective, double noise) {
        return new Search(SearchSpace.parse(space), present, new SearchOptions(trials, objective, Pruning.HALVING, 3))
                .run(new Surface(Searches::loss, noise));
    }

    private static double loss(Hyperparameters hyperparameters) {
        return hyperparameters.learningRate() >= DIVERGES_FROM ? Double.NaN : Surface.bowl(hyperparameters);
    }
}
