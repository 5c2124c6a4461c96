package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model answered to each image of a data set, beside the truth. Every metric is computed from this, and two
 * models that answered the same images can be compared image by image. Immutable.
 *
 * <p>Some models give the probability of each class, others only the class. What needs probabilities asks
 * {@link #hasProbabilities} first.
 */
public final class Answers {

    /**
     * Answer of a model that gave no probabilities, because its arithmetic ended in NaN. It is wrong for every class.
     */
    public static final int NO_ANSWER = -1;

    private final ModelSummary model;
    private final DatasetSummary dataset;
    private final List<String> classNames;
    private final int[] labels;
    private final int[] answers;

    /** Image after image, a probability for each class; empty if nobody knows them. */
    private final float[] probabilities;

    private Answers(
            ModelSummary model,
            DatasetSummary dataset,
            List<String> classNames,
            int[] labels,
            int[] answers,
            float[] probabilities) {
        if (labels.length == 0 || labels.length != dataset.images()) {
            throw new IllegalArgumentException(labels.length + " labels for the images of " + dataset.describe());
        }
        if (answers.length != labels.length) {
            throw new IllegalArgumentException(answers.length + " answers for " + labels.length + " images");
        }
        for (int label : labels) {
            if (label < 0 || label >= classNames.size()) {
                throw new IllegalArgumentException("label " + label + " among " + classNames.size() + " classes");
            }
        }
        this.model = model;
        this.dataset = dataset;
        this.classNames = List.copyOf(classNames);
        this.labels = labels.clone();
        this.answers = answers;
        this.probabilities = probabilities;
    }

    /**
     * The answers of a model that gave a probability to each class. Its answer is the most probable class; among equals
     * the one with the lowest index.
     *
     * @param model which model answered
     * @param dataset which images were asked
     * @param classNames names of the classes, in the order of their labels
     * @param labels true class of each image, from 0 to {@code classNames.size() - 1}; at least one
     * @param probabilities probability of each class, 0 to 1, image after image: {@code labels.length *
     *     classNames.size()}; an image with a NaN among them has {@link #NO_ANSWER}
     * @return the answers, with copies of the arrays
     * @throws IllegalArgumentException if the lengths disagree, there is no image, or a label is out of range
     */
    public static Answers ofProbabilities(
            ModelSummary model, DatasetSummary dataset, List<String> classNames, int[] labels, float[] probabilities) {
        var classes = classNames.size();
        if (probabilities.length != (long) labels.length * classes) {
            throw new IllegalArgumentException(format(
                    "%s probabilities for %s images of %s classes", probabilities.length, labels.length, classes));
        }
        var answers = IntStream.range(0, labels.length)
                .map(image -> mostProbable(probabilities, image * classes, classes))
                .toArray();
        return new Answers(model, dataset, classNames, labels, answers, probabilities.clone());
    }

    /**
     * The answers of a model that gave classes alone.
     *
     * @param model which model answered
     * @param dataset which images were asked
     * @param classNames names of the classes, in the order of their labels
     * @param labels true class of each image, from 0 to {@code classNames.size() - 1}; at least one
     * @param answers the class that the model answered to each image, in the same range
     * @return the answers, with copies of the arrays
     * @throws IllegalArgumentException if the lengths disagree, there is no image, or a label or an answer is out of
     *     range
     */
    public static Answers ofClasses(
            ModelSummary model, DatasetSummary dataset, List<String> classNames, int[] labels, int[] answers) {
        for (int answer : answers) {
            if (answer < 0 || answer >= classNames.size()) {
                throw new IllegalArgumentException("answer " + answer + " among " + classNames.size() + " classes");
            }
        }
        return new Answers(model, dataset, classNames, labels, answers.clone(), new float[0]);
    }

    private static int mostProbable(float[] probabilities, int from, int classes) {
        var best = from;
        for (var i = from; i < from + classes; i++) {
            if (Float.isNaN(probabilities[i])) {
                return NO_ANSWER;
            }
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best - from;
    }

    /**
     * Which model answered.
     *
     * @return the model
     */
    public ModelSummary model() {
        return model;
    }

    /**
     * Which images were asked.
     *
     * @return the data set
     */
    public DatasetSummary dataset() {
        return dataset;
    }

    /**
     * Names of the classes.
     *
     * @return an unmodifiable list, in the order of the labels
     */
    public List<String> classNames() {
        return classNames;
    }

    /**
     * Number of images.
     *
     * @return 1 or more
     */
    public int images() {
        return labels.length;
    }

    /**
     * The true class of an image.
     *
     * @param image index of the image
     * @return its label
     */
    public int label(int image) {
        return labels[image];
    }

    /**
     * The class that the model answered.
     *
     * @param image index of the image
     * @return its index, or {@link #NO_ANSWER} if a probability of the image is NaN
     */
    public int answer(int image) {
        return answers[image];
    }

    /**
     * Whether the answer to an image is its true class.
     *
     * @param image index of the image
     * @return true if it is
     */
    public boolean isCorrect(int image) {
        return answers[image] == labels[image];
    }

    /**
     * Whether these answers and others are about the same images.
     *
     * @param other the answers of another model
     * @return true if data set and labels are the same
     */
    public boolean isAboutSameImages(Answers other) {
        return dataset.equals(other.dataset) && Arrays.equals(labels, other.labels);
    }

    /**
     * Whether the model gave the probability of each class.
     *
     * @return false if only its answers are known
     */
    public boolean hasProbabilities() {
        return probabilities.length > 0;
    }

    /**
     * The probability that the model gave to a class.
     *
     * @param image index of the image
     * @param label index of the class
     * @return 0 to 1, or NaN if the model is broken
     * @throws IllegalStateException if the probabilities are unknown
     */
    public float probability(int image, int label) {
        if (!hasProbabilities()) {
            throw new IllegalStateException("the probabilities of " + model.title() + " are unknown");
        }
        return probabilities[image * classNames.size() + label];
    }

    /**
     * The place of the true class when the classes are sorted by their probability, the highest first and among equals
     * the lowest index.
     *
     * @param image index of the image, which has an answer
     * @return 0 if the answer is right, to {@code classNames().size() - 1}
     * @throws IllegalStateException if the probabilities are unknown
     */
    public int rank(int image) {
        var truth = labels[image];
        var probability = probability(image, truth);
        return (int) IntStream.range(0, classNames.size())
                .filter(label -> probability(image, label) > probability
                        || (probability(image, label) == probability && label < truth))
                .count();
    }
}
