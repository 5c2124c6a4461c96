package io.github.lenet.evaluation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.EvaluationException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two models compared on the same images: the candidate, and the baseline that it must not be worse than.
 *
 * @param name what the baseline is called, such as the coordinates of its artifact
 * @param candidate the evaluation of the candidate
 * @param baseline the evaluation of the baseline
 * @param gained indices of the images that only the candidate classifies right, in ascending order
 * @param lost indices of the images that only the baseline classifies right, in ascending order
 */
public record Comparison(
        String name, Evaluation candidate, Evaluation baseline, List<Integer> gained, List<Integer> lost) {

    /** Keeps copies of the indices. */
    public Comparison {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /**
     * Compares the answers of two models, image by image.
     *
     * @param name what the baseline is called, such as the coordinates of its artifact
     * @param candidate the answers of the candidate
     * @param baseline the answers of the baseline
     * @return the comparison
     * @throws EvaluationException if the images or the classes are not the same on both sides
     */
    public static Comparison of(String name, Answers candidate, Answers baseline) throws EvaluationException {
        requireSameQuestions(candidate, baseline);
        return new Comparison(
                name,
                Evaluation.of(candidate),
                Evaluation.of(baseline),
                onlyFirstCorrect(candidate, baseline),
                onlyFirstCorrect(baseline, candidate));
    }

    private static void requireSameQuestions(Answers candidate, Answers baseline) throws EvaluationException {
        if (!candidate.classNames().equals(baseline.classNames())) {
            throw new EvaluationException(format(
                    "the baseline knows the classes %s, but the model knows %s; choose a baseline for the same classes",
                    baseline.classNames(), candidate.classNames()));
        }
        if (!candidate.isAboutSameImages(baseline)) {
            throw new EvaluationException(format(
                    "the baseline was asked for %s, but the model for %s; only answers to the same images can be compared",
                    baseline.dataset().describe(), candidate.dataset().describe()));
        }
    }

    private static List<Integer> onlyFirstCorrect(Answers first, Answers second) {
        return IntStream.range(0, first.images())
                .filter(image -> first.isCorrect(image) && !second.isCorrect(image))
                .boxed()
                .toList();
    }

    /**
     * Whether both sides are the same model, so that nothing was compared: the same file, or a copy without the state
     * of the optimiser.
     *
     * @return true if the archives, or the parameters in them, have the same SHA-256
     */
    public boolean isSameArchive() {
        return candidate.model().isSameModel(baseline.model());
    }

    /**
     * Images that both models classify right.
     *
     * @return how many
     */
    public int bothCorrect() {
        return candidate.accuracy().count() - gained.size();
    }

    /**
     * Images that neither model classifies right.
     *
     * @return how many
     */
    public int neitherCorrect() {
        return images() - bothCorrect() - discordant();
    }

    /**
     * How much better the candidate is: its accuracy minus that of the baseline.
     *
     * @return the exact difference, negative if the candidate is worse
     */
    public Difference improvement() {
        return new Difference(gained.size() - lost.size(), images());
    }

    /**
     * How much worse the candidate is: the accuracy of the baseline minus its own.
     *
     * @return the exact difference, negative if the candidate is better
     */
    public Difference regression() {
        return new Difference(lost.size() - gained.size(), images());
    }

    /**
     * The exact one-sided test of McNemar (1947): how likely a candidate that is no worse would lose at least so many
     * of the images that only one model classifies right, each of which it then loses with a probability of at most
     * 1/2.
     *
     * <p>Images that both or neither classify right say nothing and do not count. As many images gained as lost give a
     * value above 1/2; without any image gained or lost it is 1.
     *
     * @return the p-value, above 0 to 1
     */
    public double regressionPValue() {
        return lost.isEmpty() ? 1 : BinomialDistribution.of(discordant(), 0.5).survivalProbability(lost.size() - 1);
    }

    /**
     * Where the true improvement lies: the interval of Bonett and Price ("Adjusted Wald intervals for paired binomial
     * proportions", Statistics in Medicine 31, 2012), which adds one image gained and one lost, and so keeps its level
     * where few images differ. Fagerland, Lydersen and Laake recommend it ("Recommended tests and confidence intervals
     * for paired binomial proportions", Statistics in Medicine 33, 2014).
     *
     * @param level probability that such an interval holds the true improvement, greater than 0 and below 1
     * @return the two-sided interval, within -1 and 1
     */
    public ConfidenceInterval improvementInterval(double level) {
        var images = images() + 2.0;
        var shareGained = (gained.size() + 1) / images;
        var shareLost = (lost.size() + 1) / images;
        var difference = shareGained - shareLost;
        var margin =
                quantile(1 - (1 - level) / 2) * Math.sqrt((shareGained + shareLost - difference * difference) / images);
        return new ConfidenceInterval(
                level, "bonett-price", Math.max(-1, difference - margin), Math.min(1, difference + margin));
    }

    /**
     * What the true regression does not exceed with a confidence: the end of {@link #improvementInterval}, one-sided.
     *
     * @param level probability that the true regression is at most the bound, greater than 0.5 and below 1
     * @return -1 to 1
     */
    public double regressionUpperBound(double level) {
        return -improvementInterval(Confidence.oneSided(level)).lower();
    }

    /**
     * How many images McNemar's one-sided test needs to notice a fall in accuracy (Connor, "Sample size for testing
     * differences in proportions for the paired-sample design", Biometrics 43, 1987), when the models differ on as
     * large a share of the images as here.
     *
     * @param fall how far the true accuracy falls, greater than 0 and at most 1
     * @param significance probability that the test sees a fall where there is none, greater than 0 and below 0.5
     * @param power probability that the test notices the fall, greater than 0.5 and below 1
     * @return the number of images, at least 1
     */
    public long imagesToDetect(double fall, double significance, double power) {
        // Accuracy cannot fall by more than the share of the images that the models differ on.
        return imagesToDetect(fall, Math.max(fall, (double) discordant() / images()), significance, power);
    }

    static long imagesToDetect(double fall, double discordance, double significance, double power) {
        var deviation = quantile(1 - significance) * Math.sqrt(discordance)
                + quantile(power) * Math.sqrt(discordance - fall * fall);
        return (long) Math.ceil(Math.pow(deviation / fall, 2));
    }

    private int images() {
        return candidate.accuracy().total();
    }

    private int discordant() {
        return gained.size() + lost.size();
    }

    private static double quantile(double probability) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
    }
}
