package io.github.lenet.training;

import io.github.lenet.recipe.EpochResult;
import java.util.Objects;

/**
 * Ends a training that has not found a lower validation loss for a number of epochs: Prechelt, "Early stopping - but
 * when?" (1998).
 */
final class EarlyStopping {

    private final int patience;
    private double lowestLoss = Double.POSITIVE_INFINITY;
    private int epochsSinceLowest;

    /**
     * Begins.
     *
     * @param patience epochs to go on without a lower loss; 0 for no early stopping
     */
    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /**
     * Looks at the next epoch.
     *
     * @param result what it gave, with a validation loss if there is patience
     * @return whether its parameters are the ones to keep so far: without patience the last, otherwise the best
     */
    boolean isToBeKept(EpochResult result) {
        if (patience == 0) {
            return true;
        }
        double loss = Objects.requireNonNull(result.validationLoss(), "patience without images to validate on");
        // Negated, so that a loss that is no number is kept, and refused by whoever uses the parameters.
        if (!(loss >= lowestLoss)) {
            lowestLoss = loss;
            epochsSinceLowest = 0;
            return true;
        }
        epochsSinceLowest++;
        return false;
    }

    /**
     * Whether the training is to end.
     *
     * @return whether the patience has run out
     */
    boolean isOver() {
        return patience > 0 && epochsSinceLowest >= patience;
    }
}
