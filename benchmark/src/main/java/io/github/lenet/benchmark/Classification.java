package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Architecture;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** What it costs to classify, in one thread: a single image as an application does, and all test images as the gate. */
final class Classification {

    private static final int WARM_UP_IMAGES = 50_000;
    private static final int MEASURED_IMAGES = 100_000;

    /** Enough for a model; how good it is changes nothing here. */
    private static final int TRAINING_IMAGES = 6_000;

    private final Settings settings;
    private final LocatedDataset mnist;
    private final Dataset training;
    private final Dataset test;

    /**
     * Prepares the measurement.
     *
     * @param settings how often, and a folder for the models
     * @param mnist where the images are
     * @param training images for a model
     * @param test images to classify
     */
    Classification(Settings settings, LocatedDataset mnist, Dataset training, Dataset test) {
        this.settings = settings;
        this.mnist = mnist;
        this.training = training.subset(IntStream.range(0, TRAINING_IMAGES).toArray(), training.split());
        this.test = test;
    }

    /**
     * Measures both architectures.
     *
     * @return a row for each
     * @throws IOException if a model cannot be written or read
     * @throws EvaluationException if a model does not fit the images
     */
    Table measure() throws IOException, EvaluationException {
        var table =
                new Table("architecture", "one image, median", "99 of 100 within", format("%,d images", test.size()));
        for (var architecture : Architecture.names()) {
            var classifier = classifier(architecture);
            var latencies = latencies(classifier);
            table.row(
                    architecture,
                    format("%.1f \u00b5s", 1e6 * latencies.median()),
                    format("%.1f \u00b5s", 1e6 * latencies.quantile(0.99)),
                    format("%.2f s", evaluations(classifier).median()));
        }
        return table;
    }

    private Classifier classifier(String architecture) throws IOException {
        var recipe = Hyperparameters.of(Map.of("architecture", architecture, "epochs", 1));
        var model = new Trainer(settings.processors()).train(new Training(recipe, training, null));
        var file = settings.folder().resolve(architecture + ".zip");
        var data = new TrainingData(mnist.name(), mnist.classNames(), mnist.sha256(Split.TRAIN));
        TrainedArchive.of(model, TrainingInputs.of(TrainingInputs.KERNELS, data, recipe))
                .write(file);
        return Classifier.load(file);
    }

    private Samples latencies(Classifier classifier) {
        var imageSize = test.height() * test.width();
        var images = new byte[test.size()][];
        for (var image = 0; image < images.length; image++) {
            var from = test.pixelOffset(image);
            images[image] = Arrays.copyOfRange(test.pixels(), from, from + imageSize);
        }
        var seconds = new ArrayList<Double>(MEASURED_IMAGES);
        for (var i = 0; i < WARM_UP_IMAGES + MEASURED_IMAGES; i++) {
            var begin = System.nanoTime();
            classifier.classify(images[i % images.length]);
            var end = System.nanoTime();
            if (i >= WARM_UP_IMAGES) {
                seconds.add((end - begin) / 1e9);
            }
        }
        return new Samples(seconds);
    }

    private Samples evaluations(Classifier classifier) throws EvaluationException {
        var seconds = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            var begin = System.nanoTime();
            Evaluation.of(ClassifierAnswers.of(classifier, test));
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        return new Samples(seconds);
    }
}
