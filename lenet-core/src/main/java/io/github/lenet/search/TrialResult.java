package io.github.lenet.search;

import io.github.lenet.json.OmitEmpty;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of trials.
 *
 * @param number number of the trial, from 0; trial 0 is what the POM has
 * @param values what the trial tried, by the names of the hyperparameters in the space: texts, whole numbers and
 *     numbers
 * @param rung which of its trainings was the last, from 1
 * @param epochs epochs of that training; 0 if there was none
 * @param seed seed of that training
 * @param loss mean cross-entropy over the held-out images after that training, in nats; null if the trial failed
 * @param accuracy share of those images that is classified right, 0 to 1; null if the trial failed
 * @param seconds how long all its trainings took together
 * @param state how it ended
 * @param failure why it failed, in a sentence; null if it did not
 */
public record TrialResult(
        int number,
        Map<String, Object> values,
        int rung,
        int epochs,
        long seed,
        @Nullable Double loss,
        @Nullable Double accuracy,
        double seconds,
        State state,
        @OmitEmpty @Nullable String failure) {

    /** How a trial ended. */
    public enum State {

        /** Trained for all its epochs. */
        COMPLETED,

        /** Trained for a part of its epochs, and then worse than others. */
        STOPPED,

        /** Diverged, or an invalid combination of values. */
        FAILED;

        /** The name, as in {@code tuning.json}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
