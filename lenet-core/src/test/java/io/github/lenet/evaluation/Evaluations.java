package io.github.lenet.evaluation;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.answer.SlicesFile.Property;
import io.github.lenet.io.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Evaluations with chosen counts, without a model or a data set behind them. */
public final class Evaluations {

    private static final ModelSummary MODEL = model("0123456789abcdef");
    private static final ModelSummary BASELINE = model("fedcba9876543210");
    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    private Evaluations() {}

    /** The ten digits, with {@code correct} of {@code total} images answered right, each at a probability of 0.9. */
    public static Evaluation digits(int correct, int total) {
        return Evaluation.of(digits(MODEL, 0, correct, total));
    }

    /** Any answers. */
    public static Evaluation of(List<String> classNames, int[] labels, float... probabilities) {
        return Evaluation.of(answers(classNames, labels, probabilities));
    }

    /** Any answers, image by image. */
    static Answers answers(List<String> classNames, int[] labels, float... probabilities) {
        var dataset = new DatasetSummary("mnist", "test", labels.length);
        return Answers.ofProbabilities(MODEL, dataset, classNames, labels, probabilities);
    }

    /**
     * A model beside another one: so many images only it classifies right, so many only the other, and the rest both.
     */
    public static Comparison comparison(int gained, int lost, int total) {
        try {
            return Comparison.of(
                    "io.example:digits:1.0",
                    digits(MODEL, 0, total - lost, total),
                    digits(BASELINE, gained, total, total));
        } catch (EvaluationException e) {
            throw new AssertionError(e);
        }
    }

    /** A model beside the very same file. */
    public static Comparison comparisonWithItself(int correct, int total) {
        var answers = digits(MODEL, 0, correct, total);
        try {
            return Comparison.of("io.example:digits:1.0", answers, answers);
        } catch (EvaluationException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Classes without probabilities, as a file of predictions may give them: {@code correct} of {@code total} are
     * right.
     */
    public static Answers classesAlone(String file, int correct, int total) {
        var labels = IntStream.range(0, total).map(image -> image % 10).toArray();
        return Answers.ofClasses(
                ModelSummary.ofPredictions(file, Sha256.hex(file.getBytes(StandardCharsets.UTF_8))),
                new DatasetSummary("labels.csv", null, total),
                DIGITS,
                labels,
                IntStream.range(0, total)
                        .map(image -> image < correct ? labels[image] : (labels[image] + 1) % 10)
                        .toArray());
    }

    /**
     * Digits of several writers, who are called a, b, c and so on: the first images are of nobody, then come those of
     * each writer. Of all images, so many from the first on are classified right.
     */
    public static Evaluation sliced(int correct, int ofNobody, int... ofWriters) {
        var total = ofNobody + IntStream.of(ofWriters).sum();
        var writerOf = new int[total];
        Arrays.fill(writerOf, -1);
        var first = ofNobody;
        var names = new ArrayList<String>();
        for (var images : ofWriters) {
            Arrays.fill(writerOf, first, first + images, names.size());
            first += images;
            names.add("" + (char) ('a' + names.size()));
        }
        return Evaluation.of(
                digits(MODEL, 0, correct, total),
                new SlicesFile(
                        "slices.csv", "5".repeat(64), ofNobody, List.of(new Property("writer", names, writerOf))));
    }

    private static ModelSummary model(String digits) {
        return new ModelSummary(digits.repeat(4), "lenet5", 44_426, 178_912);
    }

    /**
     * The images from {@code from} to {@code to}, without it, are answered right, and the others with the next digit.
     */
    private static Answers digits(ModelSummary model, int from, int to, int total) {
        var labels = IntStream.range(0, total).map(image -> image % 10).toArray();
        var probabilities = new float[total * 10];
        for (var image = 0; image < total; image++) {
            int answer = image >= from && image < to ? labels[image] : (labels[image] + 1) % 10;
            probabilities[image * 10 + answer] = 0.9f;
            probabilities[image * 10 + (answer + 9) % 10] = 0.1f;
        }
        return Answers.ofProbabilities(
                model, new DatasetSummary("mnist", "test", total), DIGITS, labels, probabilities);
    }
}
