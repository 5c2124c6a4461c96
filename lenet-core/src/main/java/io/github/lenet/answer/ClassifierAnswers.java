package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ModelDescription;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.model.Classifier;
import java.util.Map;
import java.util.stream.IntStream;

/** The answers of a model of this project. Nothing else in this package knows {@link Classifier}. */
public final class ClassifierAnswers {

    private ClassifierAnswers() {}

    /**
     * Lets a model classify every image of a data set.
     *
     * @param classifier the model
     * @param dataset the images, none of which the model was trained on
     * @return its answers with the probability of each class, in the order of the images
     * @throws EvaluationException if there is no image, or the images or classes are not those that the model knows
     */
    public static Answers of(Classifier classifier, Dataset dataset) throws EvaluationException {
        requireFitting(classifier.description(), dataset);
        return Answers.ofProbabilities(
                summary(classifier),
                new DatasetSummary(dataset.name(), dataset.split(), dataset.size()),
                dataset.classNames(),
                IntStream.range(0, dataset.size()).map(dataset::label).toArray(),
                classifier.probabilities(dataset.pixels(), 0, dataset.size()));
    }

    private static ModelSummary summary(Classifier classifier) {
        var description = classifier.description();
        return new ModelSummary(
                ModelSummary.LENET,
                null,
                classifier.sha256(),
                description.architecture(),
                description.parameters(),
                classifier.archiveBytes(),
                classifier.coefficientsSha256(),
                null,
                Map.of());
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
        if (model.image().channels() != dataset.channels()) {
            var isColour = model.image().channels() == 3;
            throw new EvaluationException(format(
                    "the model classifies images %s, but those of %s are %s; measure it on other images, or set"
                            + " <imageColour>%s</imageColour> where they are made from pictures",
                    isColour ? "in colour" : "in grey",
                    images,
                    isColour ? "grey" : "in colour",
                    isColour ? "rgb" : "grey"));
        }
        if (!model.classNames().equals(dataset.classNames())) {
            throw new EvaluationException(format(
                    "the model was trained on %s and knows the classes %s, but those of %s are %s; train it on this data"
                            + " first",
                    model.dataset().name(), model.classNames(), images, dataset.classNames()));
        }
    }
}
