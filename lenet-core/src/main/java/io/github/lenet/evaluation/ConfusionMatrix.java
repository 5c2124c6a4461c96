package io.github.lenet.evaluation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often each class was answered with each class. An image without an answer (see {@link Answers#NO_ANSWER}) counts
 * for the support of its class, and is in no column.
 */
public final class ConfusionMatrix {

    /** So few that no sum of counts, not even that of both sides of an F1 score, exceeds an int. */
    private static final int MOST_IMAGES = 1 << 30;

    private final List<String> classNames;
    private final int[][] counts;
    private final int[] support;

    /**
     * Takes the counts. The arrays are copied.
     *
     * @param classNames names of the classes, in the order of their labels
     * @param counts a row for each true class, a column for each answered class
     * @param support images of each class
     * @throws IllegalArgumentException if there is not a row, a column and a support for each class, a class has more
     *     answers than images, or there are 2^30 images or more
     */
    public ConfusionMatrix(List<String> classNames, int[][] counts, int[] support) {
        this.classNames = List.copyOf(classNames);
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        this.support = support.clone();
        var classes = classNames.size();
        if (counts.length != classes || support.length != classes) {
            throw new IllegalArgumentException(format(
                    "a confusion matrix of %s rows and %s supports for %s classes",
                    counts.length, support.length, classes));
        }
        for (var label = 0; label < classes; label++) {
            var row = counts[label];
            if (row.length != classes
                    || Arrays.stream(row).anyMatch(count -> count < 0)
                    || Arrays.stream(row).asLongStream().sum() > support[label]) {
                throw new IllegalArgumentException(format(
                        "%s are no answers to %s images of class %s",
                        Arrays.toString(row), support[label], classNames.get(label)));
            }
        }
        var images = Arrays.stream(support).asLongStream().sum();
        if (images >= MOST_IMAGES) {
            throw new IllegalArgumentException(images + " images are too many for a confusion matrix");
        }
    }

    static ConfusionMatrix of(Answers answers) {
        var classes = answers.classNames().size();
        var counts = new int[classes][classes];
        var support = new int[classes];
        for (var image = 0; image < answers.images(); image++) {
            var label = answers.label(image);
            var answer = answers.answer(image);
            support[label]++;
            if (answer != Answers.NO_ANSWER) {
                counts[label][answer]++;
            }
        }
        return new ConfusionMatrix(answers.classNames(), counts, support);
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
     * All counts.
     *
     * @return a copy, a row for each true class, a column for each answered class
     */
    public int[][] counts() {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /**
     * Images of a class.
     *
     * @param label index of the class
     * @return how many, 0 or more
     */
    public int support(int label) {
        return support[label];
    }

    /**
     * Images that were answered right.
     *
     * @return the sum of the diagonal
     */
    public int correct() {
        return IntStream.range(0, counts.length)
                .map(label -> counts[label][label])
                .sum();
    }

    /**
     * All images.
     *
     * @return the sum of the supports
     */
    public int total() {
        return Arrays.stream(support).sum();
    }

    /**
     * Images without an answer.
     *
     * @return how many; more than 0 only if the model is broken
     */
    public int unanswered() {
        return total() - Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /**
     * Share of the images answered with a class that are of it.
     *
     * @param label index of the class
     * @return the precision, or empty if no image was answered with this class
     */
    public Optional<Proportion> precision(int label) {
        return proportion(counts[label][label], answered(label));
    }

    /**
     * Share of the images of a class that were answered with it.
     *
     * @param label index of the class
     * @return the recall, or empty if there is no image of this class
     */
    public Optional<Proportion> recall(int label) {
        return proportion(counts[label][label], support[label]);
    }

    /**
     * Harmonic mean of precision and recall, from the counts: 2 TP / (2 TP + FP + FN).
     *
     * @param label index of the class
     * @return the F1 score, or empty if there is no image of this class and none was answered with it
     */
    public Optional<Proportion> f1(int label) {
        return proportion(2 * counts[label][label], support[label] + answered(label));
    }

    /**
     * The metrics of every class.
     *
     * @return a list in the order of the classes
     */
    public List<ClassMetrics> classes() {
        return IntStream.range(0, counts.length).mapToObj(this::metrics).toList();
    }

    private ClassMetrics metrics(int label) {
        return new ClassMetrics(
                classNames.get(label), value(precision(label)), value(recall(label)), value(f1(label)), support[label]);
    }

    private int answered(int label) {
        return Arrays.stream(counts).mapToInt(row -> row[label]).sum();
    }

    private static Optional<Proportion> proportion(int count, int total) {
        return total == 0 ? Optional.empty() : Optional.of(new Proportion(count, total));
    }

    private static @Nullable Double value(Optional<Proportion> proportion) {
        return proportion.map(Proportion::value).orElse(null);
    }
}
