package io.github.lenet.evaluation;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.answer.SlicesFile;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is on a data set: the numbers that every metric follows from, which are those that
 * {@code evaluation.json} holds. The answers that they were counted from are {@link Answers}.
 *
 * @param dataset which images were asked
 * @param model which model answered
 * @param confusionMatrix how often each class was answered with each class
 * @param probabilityMetrics what follows from the probabilities; empty if only the answers are known
 * @param slices groups of the images with something in common; empty if nobody named any
 */
public record Evaluation(
        DatasetSummary dataset,
        ModelSummary model,
        ConfusionMatrix confusionMatrix,
        Optional<ProbabilityMetrics> probabilityMetrics,
        Optional<Slices> slices) {

    /**
     * Checks that the numbers belong together.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    public Evaluation {
        var consistent = confusionMatrix.total() >= 1
                && dataset.images() == confusionMatrix.total()
                && probabilityMetrics.stream().allMatch(metrics -> metrics.agreesWith(confusionMatrix))
                && slices.stream()
                        .allMatch(groups ->
                                groups.agreeWith(new Proportion(confusionMatrix.correct(), confusionMatrix.total())));
        if (!consistent) {
            throw new IllegalArgumentException(
                    "the images, confusionMatrix, topKCorrect, calibration and slices of an evaluation contradict each other");
        }
    }

    /**
     * Evaluates answers.
     *
     * @param answers what a model answered
     * @return the numbers, as many as the answers can give
     */
    public static Evaluation of(Answers answers) {
        return of(answers, null);
    }

    /**
     * Evaluates answers, also slice by slice.
     *
     * @param answers what a model answered
     * @param slices which of the images have something in common, or null
     * @return the numbers, as many as the answers can give
     */
    public static Evaluation of(Answers answers, @Nullable SlicesFile slices) {
        return new Evaluation(
                answers.dataset(),
                answers.model(),
                ConfusionMatrix.of(answers),
                answers.hasProbabilities() ? Optional.of(ProbabilityMetrics.of(answers)) : Optional.empty(),
                Optional.ofNullable(slices).map(file -> Slices.of(answers, file)));
    }

    /**
     * The same numbers of a model of which more is known.
     *
     * @param known the same model
     * @return the evaluation
     */
    public Evaluation withModel(ModelSummary known) {
        return new Evaluation(dataset, known, confusionMatrix, probabilityMetrics, slices);
    }

    /**
     * Share of the images that were classified right.
     *
     * @return the exact share
     */
    public Proportion accuracy() {
        return new Proportion(confusionMatrix.correct(), confusionMatrix.total());
    }

    /**
     * Share of the images whose true class is among the most probable ones.
     *
     * @param k how many classes count, from 1 to the number of classes
     * @return the exact share; empty if it is unknown, which the accuracy never is
     */
    public Optional<Proportion> topKAccuracy(int k) {
        return k == 1
                ? Optional.of(accuracy())
                : probabilityMetrics.map(
                        metrics -> new Proportion(metrics.topKCorrect().get(k - 1), confusionMatrix.total()));
    }

    /**
     * The mean cross-entropy of the images; see {@link ProbabilityMetrics#loss}.
     *
     * @return nats, 0 or more; NaN if an image has no answer; empty if it is unknown
     */
    public OptionalDouble loss() {
        return probabilityMetrics.stream().mapToDouble(ProbabilityMetrics::loss).findFirst();
    }

    /**
     * The expected calibration error over {@value Calibration#BINS} bins; see {@link Calibration#expectedError}.
     *
     * @return 0 to 1; NaN if an image has no answer; empty if it is unknown
     */
    public OptionalDouble expectedCalibrationError() {
        var allAnswered = confusionMatrix.unanswered() == 0;
        return probabilityMetrics.stream()
                .mapToDouble(metrics -> allAnswered ? metrics.calibration().expectedError() : Double.NaN)
                .findFirst();
    }
}
