package io.github.lenet.training;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.EpochResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a training has come. One that goes on from here ends with the same bits as one that was never interrupted.
 *
 * <p>The rest follows from this place, and is not kept: every epoch draws its order and its variants from a seed that
 * only its number decides; the step size and the corrections of Adam depend on the number of steps; early stopping
 * looks at the validation losses again.
 *
 * @param written when it was made
 * @param epochs what the finished epochs gave, the first one first
 * @param running how far the next epoch has come
 * @param seconds wall-clock time of the training so far, over all of its runs
 * @param current the network as it is now
 * @param best the network after the best epoch so far, or null where that is the current one or none is sought
 */
public record Checkpoint(
        Instant written,
        List<EpochResult> epochs,
        RunningEpoch running,
        double seconds,
        NetworkState current,
        @Nullable NetworkState best) {

    /**
     * Makes the list immutable, and checks the order of the epochs and the time.
     *
     * @throws IllegalArgumentException if an epoch is missing, or the time is none
     */
    public Checkpoint {
        epochs = List.copyOf(epochs);
        EpochResult.requireInOrder(epochs);
        requireTime(seconds);
    }

    private static void requireTime(double seconds) {
        // Negated, so that NaN fails as well.
        if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("seconds is " + seconds + ", but must be at least 0");
        }
    }

    /**
     * The finished part of an epoch.
     *
     * @param steps mini-batches that are done, 0 for an epoch that has not begun
     * @param images images that are done
     * @param loss summed cross-entropy over them, in nats
     * @param correct how many of them were classified right
     * @param seconds wall-clock time of this part
     */
    public record RunningEpoch(int steps, int images, double loss, int correct, double seconds) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if a number is negative, or there are fewer images than mini-batches or
         *     right answers
         */
        public RunningEpoch {
            if (steps < 0 || images < steps || correct < 0 || images < correct) {
                throw new IllegalArgumentException(
                        format("%d steps, %d images and %d correct are no part of an epoch", steps, images, correct));
            }
            requireTime(seconds);
        }

        /** Between two epochs. */
        static final RunningEpoch NOT_BEGUN = new RunningEpoch(0, 0, 0, 0, 0);

        Score score() {
            return new Score(images, loss, correct);
        }
    }
}
