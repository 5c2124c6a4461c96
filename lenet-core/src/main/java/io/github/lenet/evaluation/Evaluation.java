package io.github.lenet.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good a model is on a data set: the numbers that every metric follows from, which are those that
 * {@code evaluation.json} holds. The answers that they were counted from are {@link Predictions}.
 *
 * @param dataset which images were asked
 * @param model which model answered
 * @param confusionMatrix how often each class was answered with each class
 * @param loss mean cross-entropy of the images: minus the natural logarithm of the probability that the model gave to
 *     the true class, where a probability below 1.2e-38 counts as that; nats, 0 or more, or NaN if a probability is NaN
 * @param topKCorrect for k = 1 to the number of classes: images whose true class is among the k most probable ones
 * @param calibration how sure the model is of its answers, beside how often they are right
 */
public record Evaluation(
        DatasetSummary dataset,
        ModelSummary model,
        ConfusionMatrix confusionMatrix,
        double loss,
        List<Integer> topKCorrect,
        Calibration calibration) {

    /**
     * Lowest probability that enters the loss: the smallest normal float, about 1.2e-38, which costs 87 nats. A softmax
     * in floats underflows to 0 below that, and the logarithm of 0 would hide how wrong the other images are.
     */
    private static final float LOWEST_PROBABILITY = Float.MIN_NORMAL;

    /**
     * Checks that the numbers belong together.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    public Evaluation {
        topKCorrect = List.copyOf(topKCorrect);
        int answered = confusionMatrix.total() - confusionMatrix.unanswered();
        boolean consistent = confusionMatrix.total() >= 1
                && dataset.images() == confusionMatrix.total()
                && topKCorrect.size() == confusionMatrix.classNames().size()
                && topKCorrect.get(0) == confusionMatrix.correct()
                && topKCorrect.get(topKCorrect.size() - 1) == answered
                && topKCorrect.stream().sorted().toList().equals(topKCorrect)
                && calibration.answered() == answered;
        if (!consistent) {
            throw new IllegalArgumentException(
                    "the images, confusionMatrix, topKCorrect and calibration of an evaluation contradict each other");
        }
    }

    /**
     * Evaluates answers.
     *
     * @param predictions what a model answered
     * @return the numbers
     */
    public static Evaluation of(Predictions predictions) {
        return new Evaluation(
                predictions.dataset(),
                predictions.model(),
                ConfusionMatrix.of(predictions),
                meanCrossEntropy(predictions),
                topKCorrect(predictions),
                Calibration.of(predictions));
    }

    /**
     * The same numbers of a model of which more is known.
     *
     * @param known the same model
     * @return the evaluation
     */
    public Evaluation withModel(ModelSummary known) {
        return new Evaluation(dataset, known, confusionMatrix, loss, topKCorrect, calibration);
    }

    /**
     * Share of the images that were classified right.
     *
     * @return the exact share
     */
    public Proportion accuracy() {
        return topKAccuracy(1);
    }

    /**
     * Share of the images whose true class is among the most probable ones.
     *
     * @param k how many classes count, from 1 to the number of classes
     * @return the exact share
     */
    public Proportion topKAccuracy(int k) {
        return new Proportion(topKCorrect.get(k - 1), confusionMatrix.total());
    }

    /**
     * The expected calibration error over {@value Calibration#BINS} bins; see {@link Calibration#expectedError}.
     *
     * @return 0 to 1; NaN if an image has no answer
     */
    public double expectedCalibrationError() {
        return confusionMatrix.unanswered() == 0 ? calibration.expectedError() : Double.NaN;
    }

    /** Sums in the order of the images, with the logarithm that has the same bits everywhere. */
    private static double meanCrossEntropy(Predictions predictions) {
        double sum = 0;
        for (int image = 0; image < predictions.images(); image++) {
            float probability = predictions.probability(image, predictions.label(image));
            sum -= StrictMath.log(Math.max(probability, LOWEST_PROBABILITY));
        }
        return sum / predictions.images();
    }

    private static List<Integer> topKCorrect(Predictions predictions) {
        var correct = new int[predictions.classNames().size()];
        IntStream.range(0, predictions.images())
                .filter(image -> predictions.answer(image) != Predictions.NO_ANSWER)
                .forEach(image -> correct[predictions.rank(image)]++);
        Arrays.parallelPrefix(correct, Integer::sum);
        return Arrays.stream(correct).boxed().toList();
    }
}
