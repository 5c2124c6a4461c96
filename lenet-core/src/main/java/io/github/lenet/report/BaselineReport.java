package io.github.lenet.report;

import io.github.lenet.answer.ModelSummary;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfidenceInterval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparison with a baseline in {@code evaluation.json}, over the images of the main evaluation.
 *
 * @param name what the baseline is called, such as the coordinates of its artifact
 * @param model the baseline
 * @param sameArchive true if the baseline is the same file as the model, so that nothing was compared
 * @param correct images that the baseline classifies right
 * @param accuracy their share, 0 to 1
 * @param improvement accuracy of the model minus that of the baseline, -1 to 1
 * @param improvementInterval where the true improvement lies; null if nothing was compared
 * @param regressionPValue McNemar's exact one-sided test that the model is worse; null if nothing was compared
 * @param bothCorrect images that both classify right
 * @param neitherCorrect images that neither classifies right
 * @param gained indices of the images that only the model classifies right
 * @param lost indices of the images that only the baseline classifies right
 */
public record BaselineReport(
        String name,
        ModelSummary model,
        boolean sameArchive,
        int correct,
        double accuracy,
        double improvement,
        @Nullable ConfidenceInterval improvementInterval,
        @Nullable Double regressionPValue,
        int bothCorrect,
        int neitherCorrect,
        List<Integer> gained,
        List<Integer> lost) {

    /**
     * Keeps copies, and checks the numbers.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    public BaselineReport {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        var counts = bothCorrect >= 0
                && neitherCorrect >= 0
                && correct == bothCorrect + lost.size()
                && areIndices(gained, images(bothCorrect, neitherCorrect, gained, lost))
                && areIndices(lost, images(bothCorrect, neitherCorrect, gained, lost));
        var compared = sameArchive == (improvementInterval == null)
                && sameArchive == (regressionPValue == null)
                // Negated below, so that NaN fails as well.
                && (regressionPValue == null || (regressionPValue >= 0 && regressionPValue <= 1));
        if (!counts || !compared) {
            throw new IllegalArgumentException("the numbers of the comparison contradict each other");
        }
    }

    /** All images that both sides were asked. */
    long images() {
        return images(bothCorrect, neitherCorrect, gained, lost);
    }

    private static long images(int bothCorrect, int neitherCorrect, List<Integer> gained, List<Integer> lost) {
        return (long) bothCorrect + neitherCorrect + gained.size() + lost.size();
    }

    /** Whether numbers are indices of images, each larger than the one before. */
    private static boolean areIndices(List<Integer> numbers, long images) {
        var last = -1;
        for (int number : numbers) {
            if (number <= last || number >= images) {
                return false;
            }
            last = number;
        }
        return true;
    }

    static BaselineReport of(Comparison comparison) {
        var same = comparison.isSameArchive();
        var accuracy = comparison.baseline().accuracy();
        return new BaselineReport(
                comparison.name(),
                comparison.baseline().model(),
                same,
                accuracy.count(),
                accuracy.value(),
                comparison.improvement().value(),
                same ? null : comparison.improvementInterval(Confidence.DEFAULT.level()),
                same ? null : comparison.regressionPValue(),
                comparison.bothCorrect(),
                comparison.neitherCorrect(),
                comparison.gained(),
                comparison.lost());
    }
}
