package io.github.lenet.evaluation;

import io.github.lenet.answer.Answers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers that need the probability of each class, and not the answers alone.
 *
 * @param loss mean cross-entropy of the images: minus the natural logarithm of the probability that the model gave to
 *     the true class, where a probability below 1.2e-38 counts as that; nats, 0 or more, or NaN if a probability is NaN
 * @param topKCorrect for k = 1 to the number of classes: images whose true class is among the k most probable ones
 * @param calibration how sure the model is of its answers, beside how often they are right
 */
public record ProbabilityMetrics(double loss, List<Integer> topKCorrect, Calibration calibration) {

    /**
     * Lowest probability that enters the loss: the smallest normal float, about 1.2e-38, which costs 87 nats. A softmax
     * in floats underflows to 0 below that, and the logarithm of 0 would hide how wrong the other images are.
     */
    private static final float LOWEST_PROBABILITY = Float.MIN_NORMAL;

    /**
     * Checks that more answers count as right the more may be given.
     *
     * @throws IllegalArgumentException if they do not
     */
    public ProbabilityMetrics {
        topKCorrect = List.copyOf(topKCorrect);
        if (!topKCorrect.stream().sorted().toList().equals(topKCorrect)) {
            throw new IllegalArgumentException("topKCorrect is " + topKCorrect + ", which does not ascend");
        }
    }

    static ProbabilityMetrics of(Answers answers) {
        return new ProbabilityMetrics(meanCrossEntropy(answers), topKCorrect(answers), Calibration.of(answers));
    }

    /** Whether these numbers and a confusion matrix can be of the same answers. */
    boolean agreesWith(ConfusionMatrix matrix) {
        var answered = matrix.total() - matrix.unanswered();
        return topKCorrect.size() == matrix.classNames().size()
                && topKCorrect.get(0) == matrix.correct()
                && topKCorrect.get(topKCorrect.size() - 1) == answered
                && calibration.answered() == answered;
    }

    /** Sums in the order of the images, with the logarithm that has the same bits everywhere. */
    private static double meanCrossEntropy(Answers answers) {
        var sum = 0D;
        for (var image = 0; image < answers.images(); image++) {
            var probability = answers.probability(image, answers.label(image));
            sum -= StrictMath.log(Math.max(probability, LOWEST_PROBABILITY));
        }
        return sum / answers.images();
    }

    private static List<Integer> topKCorrect(Answers answers) {
        var correct = new int[answers.classNames().size()];
        IntStream.range(0, answers.images())
                .filter(image -> answers.answer(image) != Answers.NO_ANSWER)
                .forEach(image -> correct[answers.rank(image)]++);
        Arrays.parallelPrefix(correct, Integer::sum);
        return Arrays.stream(correct).boxed().toList();
    }
}
