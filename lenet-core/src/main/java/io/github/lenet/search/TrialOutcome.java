package io.github.lenet.search;

import io.github.lenet.json.OmitEmpty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a training of a search gave: a measurement on the held-out images, or a failure that its inputs decide, and that
 * would come again. What a machine decides (a full disk, too little memory, a kill) is no outcome.
 *
 * @param loss mean cross-entropy over the held-out images, in nats; null if the training failed
 * @param accuracy share of them that is classified right, 0 to 1; null if the training failed
 * @param imageLosses cross-entropy of each held-out image, in the order of the data set; empty if nobody asked
 * @param failure what went wrong, in a sentence; null if nothing did
 * @param seconds how long the training took, whenever that was; nothing depends on it
 */
public record TrialOutcome(
        @OmitEmpty @Nullable Double loss,
        @OmitEmpty @Nullable Double accuracy,
        @OmitEmpty List<Double> imageLosses,
        @OmitEmpty @Nullable String failure,
        double seconds) {

    /** Requires either a measurement or a failure. */
    public TrialOutcome {
        if (loss == null || accuracy == null) {
            Objects.requireNonNull(failure, "an outcome has a loss and an accuracy, or else a failure");
        } else if (failure != null || !Double.isFinite(loss) || !(accuracy >= 0 && accuracy <= 1)) {
            throw new IllegalArgumentException("a loss of " + loss + " and an accuracy of " + accuracy
                    + " are no measurement; a training that diverged has failed");
        }
        imageLosses = List.copyOf(imageLosses);
    }

    /**
     * The outcome of a training that came to its end.
     *
     * @param loss mean cross-entropy over the held-out images, in nats
     * @param accuracy share of them that is classified right, 0 to 1
     * @param imageLosses cross-entropy of each of them, in the order of the data set; empty if nobody asked
     * @param seconds how long the training took
     * @return the outcome
     */
    public static TrialOutcome measured(double loss, double accuracy, List<Double> imageLosses, double seconds) {
        return new TrialOutcome(loss, accuracy, imageLosses, null, seconds);
    }

    /**
     * The outcome of a training that diverged, or cannot be.
     *
     * @param failure what is wrong, in a sentence
     * @param seconds how long the training took until then
     * @return the outcome
     */
    public static TrialOutcome failed(String failure, double seconds) {
        return new TrialOutcome(null, null, List.of(), failure, seconds);
    }

    /**
     * Tells whether there is no measurement.
     *
     * @return true if the training failed
     */
    public boolean isFailed() {
        return failure != null;
    }

    double lossOrThrow() {
        return Objects.requireNonNull(loss, "the training failed");
    }

    double accuracyOrThrow() {
        return Objects.requireNonNull(accuracy, "the training failed");
    }
}
