package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.kernel.Workers;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.TrainedState;
import io.github.lenet.recipe.EpochResult;
import java.util.List;

/**
 * What a training gives.
 *
 * @param architecture the network, adapted to the images
 * @param backend what computed, for people
 * @param epochs what each pass over the images gave, the first one first
 * @param keptEpoch number of the epoch after which the network has its parameters: the last, or with early stopping the
 *     best
 * @param seconds wall-clock time of all epochs together, their validation included
 * @param state the network after the epoch that is kept, with the steps and epochs of an initial model counted in
 */
public record TrainedNetwork(
        Architecture architecture,
        String backend,
        List<EpochResult> epochs,
        int keptEpoch,
        double seconds,
        TrainedState state) {

    /**
     * The passes that led to the parameters: those after the one that is kept are no part of them.
     *
     * @return at least one, the first one first
     */
    public List<EpochResult> epochsKept() {
        return epochs.subList(0, keptEpoch);
    }

    /**
     * Measures the network on other images, with the arithmetic that will classify later.
     *
     * @param images images that the network is adapted to
     * @return the cross-entropy of each of them, in nats
     */
    public double[] losses(Dataset images) {
        try (var workers = new Workers(1)) {
            return new Validation(architecture.network(), images, new Parts(workers)).losses(state.network());
        }
    }
}
