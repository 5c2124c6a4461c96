package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.benchmark.contender.ClassificationTimes;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What it costs to classify, in one thread of a JVM without the Vector API: a single image as an application does, and
 * all test images as the gate.
 */
final class Classification {

    /** Enough for a model; how good it is changes nothing here. */
    private static final int TRAINING_IMAGES = 6_000;

    private final Settings settings;
    private final LocatedDataset mnist;
    private final Dataset training;

    /**
     * Prepares the measurement.
     *
     * @param settings how often, and a folder for the models
     * @param mnist where the images are
     * @param training images for a model
     */
    Classification(Settings settings, LocatedDataset mnist, Dataset training) {
        this.settings = settings;
        this.mnist = mnist;
        this.training = training.subset(IntStream.range(0, TRAINING_IMAGES).toArray(), training.split());
    }

    /**
     * Measures some architectures.
     *
     * @param architectures their names
     * @return a row for each
     * @throws IOException if a model cannot be written or read
     */
    Table measure(List<String> architectures) throws IOException {
        var table = new Table(
                "architecture",
                "one image, median",
                "99 of 100 within",
                "10,000 images, median",
                "the first time in a JVM");
        for (var architecture : architectures) {
            var lines = times(model(architecture));
            var one = samples("one ", lines);
            var all = samples("all ", lines);
            table.row(
                    architecture,
                    format("%.1f \u00b5s", 1e6 * one.median()),
                    format("%.1f \u00b5s", 1e6 * one.quantile(0.99)),
                    format("%.2f s", all.median()),
                    format("%.2f s", all.values().get(0)));
        }
        return table;
    }

    private Path model(String architecture) throws IOException {
        var recipe = Hyperparameters.of(Map.of("architecture", architecture, "epochs", 1));
        var model = new Trainer(settings.processors()).train(new Training(recipe, training, null));
        var file = settings.folder().resolve(architecture + ".zip");
        var data = new TrainingData(mnist.name(), mnist.classNames(), mnist.sha256(Split.TRAIN));
        TrainedArchive.of(model, TrainingInputs.of(TrainingInputs.KERNELS, data, recipe))
                .write(file);
        return file;
    }

    private List<String> times(Path model) throws IOException {
        var errors = settings.folder().resolve("classification.log");
        var command = Contender.plainJavaCommand(
                List.of(),
                ClassificationTimes.class.getName(),
                model.toString(),
                mnist.directory().toString(),
                Integer.toString(settings.rounds()));
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var lines = output.lines().toList();
            if (process.waitFor() != 0) {
                throw new IOException("classification with " + model + " failed; see " + errors);
            }
            return lines;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }

    private static Samples samples(String word, List<String> lines) {
        return new Samples(lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> Double.valueOf(line.substring(word.length())))
                .toList());
    }
}
