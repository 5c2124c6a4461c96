package io.github.lenet.prediction;

import io.github.lenet.io.FileProblem;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.text.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classifies the images of many files, one after the other. */
public final class Predictor {

    private final ImageClassifier classifier;
    private final ImagePreparation preparation;
    private final Path base;

    /**
     * Takes a model.
     *
     * @param classifier the model to ask
     * @param preparation what was done to the pictures that it was trained on, and is done to these
     * @param base folder whose files the answers name by their path in it, so that they are the same on every machine
     */
    public Predictor(ImageClassifier classifier, ImagePreparation preparation, Path base) {
        this.classifier = classifier;
        this.preparation = preparation;
        this.base = base;
    }

    /**
     * Classifies every image. A file that cannot be used is left out and reported at the end.
     *
     * @param files where the images are, read one at a time
     * @param printer what shows the answers
     * @return how many images were classified, and what could not be used
     * @throws IOException if an answer cannot be shown, for example because the disk is full
     */
    public PredictionSummary predict(List<Path> files, PredictionPrinter printer) throws IOException {
        var problems = new ArrayList<String>();
        var names = new ArrayList<String>();
        var pixels = new ByteArrayOutputStream();
        var images = 0;
        printer.begin();
        for (var file : files) {
            var content = read(file, problems);
            for (var index = 0; content != null && index < content.images(); index++) {
                names.add(content.name(index, base));
                pixels.writeBytes(content.image(index));
                if (names.size() == classifier.imagesAtATime()) {
                    images += print(names, pixels, printer, problems);
                }
            }
        }
        if (!names.isEmpty()) {
            images += print(names, pixels, printer, problems);
        }
        printer.end();
        return new PredictionSummary(images, problems);
    }

    /** Shows the answers for images, which are done then; gives how many have one. */
    private int print(
            List<String> names, ByteArrayOutputStream pixels, PredictionPrinter printer, List<String> problems)
            throws IOException {
        var answers = classifier.classify(pixels.toByteArray());
        var images = 0;
        for (var i = 0; i < names.size(); i++) {
            if (Float.isNaN(answers.get(i).probability())) {
                problems.add(Printable.of(names.get(i)) + " has no answer: the arithmetic of the model ends in NaN");
            } else {
                printer.print(new Prediction(names.get(i), answers.get(i)));
                images++;
            }
        }
        names.clear();
        pixels.reset();
        return images;
    }

    private @Nullable ImageFile read(Path file, List<String> problems) {
        try {
            return ImageFile.read(file, classifier.image(), preparation);
        } catch (IOException e) {
            var problem = FileProblem.describe(e);
            // The system's word on a broken disk names no file.
            problems.add(Printable.of(problem.contains(file.toString()) ? problem : file + ": " + problem));
            return null;
        }
    }
}
