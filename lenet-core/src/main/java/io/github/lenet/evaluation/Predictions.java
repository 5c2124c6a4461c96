package io.github.lenet.evaluation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ModelDescription;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.model.Classifier;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model answered to each image of a data set, beside the truth. Every metric is computed from this, and two
 * models that answered the same images can be compared image by image. Immutable.
 */
public final class Predictions {

    /**
     * Answer of a model that gave no probabilities, because its arithmetic ended in NaN. It is wrong for every class.
     */
    public static final int NO_ANSWER = -1;

    private final DatasetSummary dataset;
    private final ModelSummary model;
    private final List<String> classNames;
    private final int[] labels;
    private final float[] probabilities;

    /**
     * Takes the answers. The arrays are copied.
     *
     * @param dataset which images were asked
     * @param model which model answered
     * @param classNames names of the classes, in the order of their labels
     * @param labels true class of each image, from 0 to {@code classNames.size() - 1}; at least one
     * @param probabilities probability of each class, 0 to 1, image after image: {@code labels.length *
     *     classNames.size()}
     * @throws IllegalArgumentException if the lengths disagree, there is no image, or a label is out of range
     */
    public Predictions(
            DatasetSummary dataset, ModelSummary model, List<String> classNames, int[] labels, float[] probabilities) {
        if (labels.length == 0 || labels.length != dataset.images()) {
            throw new IllegalArgumentException(labels.length + " labels for the images of " + dataset.describe());
        }
        if (probabilities.length != (long) labels.length * classNames.size()) {
            throw new IllegalArgumentException(format(
                    "%s probabilities for %s images of %s classes",
                    probabilities.length, labels.length, classNames.size()));
        }
        for (int label : labels) {
            if (label < 0 || label >= classNames.size()) {
                throw new IllegalArgumentException("label " + label + " among " + classNames.size() + " classes");
            }
        }
        this.dataset = dataset;
        this.model = model;
        this.classNames = List.copyOf(classNames);
        this.labels = labels.clone();
        this.probabilities = probabilities.clone();
    }

    /**
     * Asks a model for every image of a data set.
     *
     * @param classifier the model
     * @param dataset the images, none of which the model was trained on
     * @return its answers, in the order of the images
     * @throws EvaluationException if there is no image, or the images or classes are not those that the model knows
     */
    public static Predictions of(Classifier classifier, Dataset dataset) throws EvaluationException {
        requireFitting(classifier.description(), dataset);
        return new Predictions(
                new DatasetSummary(dataset.name(), dataset.split(), dataset.size()),
                ModelSummary.of(classifier),
                dataset.classNames(),
                IntStream.range(0, dataset.size()).map(dataset::label).toArray(),
                classifier.probabilities(dataset.pixels(), 0, dataset.size()));
    }

    private static void requireFitting(ModelDescription model, Dataset dataset) throws EvaluationException {
        var images = dataset.name() + " " + dataset.split();
        if (dataset.size() == 0) {
            throw new EvaluationException(images + " holds no images, so there is nothing to measure a model on");
        }
        if (model.height() != dataset.height() || model.width() != dataset.width()) {
            throw new EvaluationException(format(
                    "the model classifies images of %s x %s pixels, but those of %s have %s x %s; measure it on other images",
                    model.height(), model.width(), images, dataset.height(), dataset.width()));
        }
        if (!model.classNames().equals(dataset.classNames())) {
            throw new EvaluationException(format(
                    "the model was trained on %s and knows the classes %s, but those of %s are %s; train it on this data"
                            + " first",
                    model.dataset().name(), model.classNames(), images, dataset.classNames()));
        }
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
     * Which model answered.
     *
     * @return the model
     */
    public ModelSummary model() {
        return model;
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
     * The probability that the model gave to a class.
     *
     * @param image index of the image
     * @param label index of the class
     * @return 0 to 1, or NaN if the model is broken
     */
    public float probability(int image, int label) {
        return probabilities[image * classNames.size() + label];
    }

    /**
     * The class with the highest probability; among equals the one with the lowest index.
     *
     * @param image index of the image
     * @return its index, or {@link #NO_ANSWER} if a probability of the image is NaN
     */
    public int answer(int image) {
        int best = 0;
        for (int label = 0; label < classNames.size(); label++) {
            float probability = probability(image, label);
            if (Float.isNaN(probability)) {
                return NO_ANSWER;
            }
            if (probability > probability(image, best)) {
                best = label;
            }
        }
        return best;
    }

    /**
     * The place of the true class when the classes are sorted by their probability, the highest first and among equals
     * the lowest index.
     *
     * @param image index of the image, which has an answer
     * @return 0 if the answer is right, to {@code classNames().size() - 1}
     */
    int rank(int image) {
        int truth = labels[image];
        float probability = probability(image, truth);
        return (int) IntStream.range(0, classNames.size())
                .filter(label -> probability(image, label) > probability
                        || (probability(image, label) == probability && label < truth))
                .count();
    }

    /**
     * Whether the answer to an image is its true class.
     *
     * @param image index of the image
     * @return true if it is
     */
    public boolean isCorrect(int image) {
        return answer(image) == labels[image];
    }
}
