package io.github.lenet.benchmark.contender;

import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.model.Classifier;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Classification in a JVM of its own, with one thread: all test images as the gate does it, and one at a time. */
public final class ClassificationTimes {

    private static final double WARM_UP_SECONDS = 3;
    private static final double MEASURED_SECONDS = 5;

    private ClassificationTimes() {}

    /**
     * Prints a line for every measured time: {@code all} and its seconds, of all test images, and {@code one}, of one.
     * All test images come first, as in a JVM that has just been started.
     *
     * @param arguments model file, folder of MNIST, how often to classify all test images
     * @throws IOException if a file cannot be read
     * @throws EvaluationException if the model does not fit the images
     */
    public static void main(String[] arguments) throws IOException, EvaluationException {
        var classifier = Classifier.load(Path.of(arguments[0]));
        var test = LocatedDataset.open("mnist", Path.of(arguments[1])).read(Split.TEST);
        for (var round = 0; round < Integer.parseInt(arguments[2]); round++) {
            var begin = System.nanoTime();
            Evaluation.of(ClassifierAnswers.of(classifier, test));
            print("all", TurnServer.secondsSince(begin));
        }
        classifyOneByOne(classifier, images(test));
    }

    private static byte[][] images(Dataset test) {
        var images = new byte[test.size()][];
        for (var image = 0; image < images.length; image++) {
            images[image] = Arrays.copyOfRange(test.pixels(), test.pixelOffset(image), test.pixelOffset(image + 1));
        }
        return images;
    }

    private static void classifyOneByOne(Classifier classifier, byte[][] images) {
        var start = System.nanoTime();
        for (var image = 0; TurnServer.secondsSince(start) < WARM_UP_SECONDS + MEASURED_SECONDS; image++) {
            var begin = System.nanoTime();
            classifier.classify(images[image % images.length]);
            var seconds = TurnServer.secondsSince(begin);
            if (TurnServer.secondsSince(start) >= WARM_UP_SECONDS) {
                print("one", seconds);
            }
        }
    }

    private static void print(String what, double seconds) {
        System.out.println(what + " " + seconds);
    }
}
