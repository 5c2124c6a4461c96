package io.github.lenet.evaluation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a model is as sure as it is right: its answers, grouped by their probability into bins of equal width (Guo,
 * Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017).
 *
 * @param bins {@value #BINS} bins that cover 0 to 1 without gaps, the lowest probabilities first; an image without an
 *     answer is in none
 */
public record Calibration(List<Bin> bins) {

    /** Number of bins, as in the paper. */
    public static final int BINS = 15;

    private static final double ROUNDING = 1e-3;

    /**
     * Keeps a copy of the bins.
     *
     * @throws IllegalArgumentException if there are not exactly {@value #BINS}
     */
    public Calibration {
        bins = List.copyOf(bins);
        if (bins.size() != BINS) {
            throw new IllegalArgumentException("the calibration has " + bins.size() + " bins, but must have " + BINS);
        }
    }

    /**
     * The answers whose probability is above {@code lower} and at most {@code upper}.
     *
     * @param lower lower edge, 0 to 1
     * @param upper upper edge, 0 to 1
     * @param count how many answers there are
     * @param correct how many of them are right
     * @param meanConfidence mean probability of these answers, 0 to 1; null if there is none
     */
    public record Bin(
            double lower,
            double upper,
            int count,
            int correct,
            @Nullable Double meanConfidence) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if they contradict each other
         */
        public Bin {
            if (correct < 0 || count < correct || (meanConfidence == null) != (count == 0)) {
                throw new IllegalArgumentException(format(
                        "%s right of %s answers with a mean confidence of %s are no bin of a calibration",
                        correct, count, meanConfidence));
            }
            // Negated, so that NaN fails as well. The sum of probabilities, which are floats, can be slightly above 1.
            if (!(lower >= 0 && lower < upper && upper <= 1)
                    || (meanConfidence != null && !(meanConfidence >= 0 && meanConfidence <= 1 + ROUNDING))) {
                throw new IllegalArgumentException(format(
                        "a mean confidence of %s from %s to %s is no bin of a calibration",
                        meanConfidence, lower, upper));
            }
        }

        private double gap() {
            return meanConfidence == null ? 0 : Math.abs(correct - count * meanConfidence);
        }
    }

    /** Sorts the answers in the order of the images, so that the sums have the same bits everywhere. */
    static Calibration of(Answers answers) {
        var counts = new int[BINS];
        var correct = new int[BINS];
        var confidence = new double[BINS];
        for (var image = 0; image < answers.images(); image++) {
            var answer = answers.answer(image);
            if (answer != Answers.NO_ANSWER) {
                var probability = answers.probability(image, answer);
                var bin = Math.max(0, Math.min(BINS, (int) Math.ceil(probability * (double) BINS)) - 1);
                counts[bin]++;
                correct[bin] += answers.isCorrect(image) ? 1 : 0;
                confidence[bin] += probability;
            }
        }
        var bins = new Bin[BINS];
        for (var bin = 0; bin < BINS; bin++) {
            bins[bin] = new Bin(
                    (double) bin / BINS,
                    (double) (bin + 1) / BINS,
                    counts[bin],
                    correct[bin],
                    counts[bin] == 0 ? null : confidence[bin] / counts[bin]);
        }
        return new Calibration(List.of(bins));
    }

    /**
     * Images that have an answer.
     *
     * @return the sum over the bins
     */
    public int answered() {
        return bins.stream().mapToInt(Bin::count).sum();
    }

    /**
     * The expected calibration error: the mean distance between how sure the model is and how often it is right, over
     * the bins, each weighted by its answers.
     *
     * @return 0, as sure as right, to 1
     */
    public double expectedError() {
        // A plain sum: that of a stream is compensated in a way that differs between JDKs.
        var sum = 0D;
        for (var bin : bins) {
            sum += bin.gap();
        }
        return sum / answered();
    }
}
