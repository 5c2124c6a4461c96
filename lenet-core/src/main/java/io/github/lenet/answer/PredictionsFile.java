package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.PredictedRows.Row;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.text.English;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The answers that a file lists, of a model that is not at hand: a CSV as in RFC 4180, in UTF-8, with or without a byte
 * order mark. Its first line names the columns: {@code label}, the true class, and either {@code predicted}, the class
 * that the model answered, or {@code p_<class>} for each class, its probability from 0 to 1; those of a row sum to 1
 * within 0.001. A column {@code id} tells the rows apart. Other columns and empty lines are skipped.
 *
 * <p>Commons CSV reads it, which {@code lenet-core} declares optional: an application that reads such files adds
 * {@code commons-csv} to its dependencies. Immutable.
 */
public final class PredictionsFile {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    /** As many elements as an array can have on every JVM. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Path file;
    private final ModelSummary model;
    private final boolean hasProbabilities;
    private final List<String> classNames;
    private final PredictedRows rows;

    /** Takes what was read: at least one row, and the classes of the columns of probabilities, if there are any. */
    PredictionsFile(Path file, ModelSummary model, List<String> columns, List<Row> rows) {
        this.file = file;
        this.model = model;
        hasProbabilities = !columns.isEmpty();
        classNames = hasProbabilities ? columns : sorted(named(rows));
        this.rows = new PredictedRows(file, rows);
    }

    /** The classes that rows without probabilities name. */
    private static SortedSet<String> named(List<Row> rows) {
        var names = new TreeSet<String>();
        for (var row : rows) {
            names.add(row.label());
            names.add(row.predicted());
        }
        return names;
    }

    /** Numbers by their value, other names by their letters. */
    private static List<String> sorted(SortedSet<String> names) {
        return names.stream().allMatch(name -> NUMBER.matcher(name).matches())
                ? names.stream()
                        .sorted(Comparator.comparingLong(Long::parseLong))
                        .toList()
                : List.copyOf(names);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param name what reports call it, the same on every machine
     * @param separator what stands between two values, usually a comma
     * @return its rows
     * @throws EvaluationException if something in it is wrong; the message names the line
     * @throws IOException if it cannot be read
     */
    public static PredictionsFile read(Path file, String name, char separator) throws IOException {
        return PredictionsReader.read(file, name, separator);
    }

    /**
     * The file, in place of the model that nobody knows.
     *
     * @return its name and digest
     */
    public ModelSummary model() {
        return model;
    }

    /**
     * The number of rows.
     *
     * @return 1 or more
     */
    public int rows() {
        return rows.list().size();
    }

    /**
     * What the rows are called.
     *
     * @return the id of each row, in their order; empty if the file has no such column
     */
    public List<String> ids() {
        return rows.hasIds() ? rows.list().stream().map(Row::id).toList() : List.of();
    }

    /**
     * What a reader of the numbers must know.
     *
     * @return how many rows have several classes with the highest probability, as a sentence without a full stop; empty
     *     if none has
     */
    public List<String> warnings() {
        var ties = (int) rows.list().stream().filter(Row::isTie).count();
        return ties == 0
                ? List.of()
                : List.of(format(
                        "in %s of %s, several classes have the highest probability; the first of them counts as the answer",
                        English.count(ties, "row"), model.title()));
    }

    /**
     * The answers by themselves, in the order of the rows. The classes are those of the columns of probabilities, or
     * else all that the file names.
     *
     * @return the answers; the file takes the place of the data set
     * @throws EvaluationException if a row has a label that is none of the classes
     */
    public Answers answers() throws EvaluationException {
        return answers(images(), classNames, rows.list());
    }

    /** The rows, where there are no images. */
    private DatasetSummary images() {
        return new DatasetSummary(model.title(), null, rows());
    }

    /**
     * The answers to the images of a data set. Each has one row: in the order of the images, or with the index of its
     * image, from 0, as its id.
     *
     * @param images the images
     * @return the answers in the order of the images
     * @throws EvaluationException if an image has no row or several, or a label or a class is not that of the data set
     */
    public Answers answersTo(Dataset images) throws EvaluationException {
        var summary = new DatasetSummary(images.name(), images.split(), images.size());
        return answers(summary, images.classNames(), rows.ofImages(images));
    }

    /**
     * The answers as {@link #answers()} gives them, to be compared with a baseline: a class that the baseline alone
     * names is one of them, if this file has no probabilities.
     *
     * @param baseline the other file
     * @return the answers; {@link #answersLike} of the baseline gives its own, with the same classes
     * @throws EvaluationException if a row has a label that is none of the classes
     */
    public Answers answersBeside(PredictionsFile baseline) throws EvaluationException {
        return answers(images(), classNamesBeside(baseline), rows.list());
    }

    /**
     * The answers to what another file has answers to: the rows of the same id, or in the same order if neither file
     * has ids.
     *
     * @param other the other file
     * @return the answers in the order of its rows, with the classes of both; with those of the other file alone if it
     *     has probabilities
     * @throws EvaluationException if a row of one file is missing from the other, or has another label there, or a
     *     class is unknown to the file with probabilities
     */
    public Answers answersLike(PredictionsFile other) throws EvaluationException {
        return answers(other.images(), other.classNamesBeside(this), rows.ofRows(other.rows));
    }

    /** Columns of probabilities tell all classes; a file without them knows but those that its rows happen to name. */
    private List<String> classNamesBeside(PredictionsFile baseline) {
        if (hasProbabilities) {
            return classNames;
        }
        var names = new TreeSet<>(classNames);
        names.addAll(baseline.classNames);
        return sorted(names);
    }

    /** The answers of rows in an order, with the classes of what they are held against. */
    private Answers answers(DatasetSummary images, List<String> names, List<Row> ordered) throws EvaluationException {
        if ((long) ordered.size() * names.size() > LONGEST_ARRAY) {
            throw new EvaluationException(format(
                    "%s has %s of %,d classes, which are more values than an array can have",
                    file, English.count(ordered.size(), "row"), names.size()));
        }
        var labelOf = indices(names);
        var labels = new int[ordered.size()];
        for (var place = 0; place < labels.length; place++) {
            var row = ordered.get(place);
            labels[place] = label(row, "label", row.label(), labelOf, images);
        }
        if (hasProbabilities) {
            return Answers.ofProbabilities(model, images, names, labels, probabilities(images, names, ordered));
        }
        var answers = new int[labels.length];
        for (var place = 0; place < answers.length; place++) {
            var row = ordered.get(place);
            answers[place] = label(row, "predicted", row.predicted(), labelOf, images);
        }
        return Answers.ofClasses(model, images, names, labels, answers);
    }

    private static Map<String, Integer> indices(List<String> names) {
        var indices = new LinkedHashMap<String, Integer>();
        names.forEach(name -> indices.put(name, indices.size()));
        return indices;
    }

    private int label(Row row, String column, String name, Map<String, Integer> labelOf, DatasetSummary images)
            throws EvaluationException {
        var label = labelOf.get(name);
        if (label == null) {
            throw rows.problem(
                    row,
                    format(
                            "%s is '%s', which is no class of %s; known are %s",
                            column, name, images.title(), English.list(List.copyOf(labelOf.keySet()))));
        }
        return label;
    }

    /** The probabilities of each row, in the order of other names than those of the columns. */
    private float[] probabilities(DatasetSummary images, List<String> names, List<Row> ordered)
            throws EvaluationException {
        var columnOf = indices(classNames);
        for (var name : names) {
            if (!columnOf.containsKey(name)) {
                throw new EvaluationException(
                        format("%s has no column p_%s, but that is a class of %s", file, name, images.title()));
            }
        }
        names.forEach(columnOf::remove);
        var surplus = columnOf.keySet().stream().findFirst();
        if (surplus.isPresent()) {
            throw new EvaluationException(
                    format("%s has a column p_%s, which is no class of %s", file, surplus.get(), images.title()));
        }
        var columns = names.stream().mapToInt(classNames::indexOf).toArray();
        var probabilities = new float[ordered.size() * columns.length];
        var next = 0;
        for (var row : ordered) {
            for (var column : columns) {
                probabilities[next++] = row.probabilities()[column];
            }
        }
        return probabilities;
    }
}
