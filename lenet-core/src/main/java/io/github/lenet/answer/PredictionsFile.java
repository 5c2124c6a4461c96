package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.text.English;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    /** As many elements as an array can have on every JVM. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Path file;
    private final ModelSummary model;
    private final boolean hasProbabilities;
    private final List<String> classNames;
    private final List<Row> rows;

    /**
     * What one row says.
     *
     * @param line where it stands, counted from 1
     * @param id what it is called; empty if the file has no such column
     * @param label name of the true class
     * @param predicted name of the class that was answered; empty if there are probabilities
     * @param probabilities probability of each class, in the order of the columns; empty if there is only an answer
     */
    record Row(long line, String id, String label, String predicted, float[] probabilities) {

        /** Whether several classes have the highest probability. */
        private boolean isTie() {
            var highest = 0f;
            var classes = 0;
            for (var probability : probabilities) {
                classes = probability > highest ? 1 : probability == highest ? classes + 1 : classes;
                highest = Math.max(highest, probability);
            }
            return classes > 1;
        }
    }

    /** Takes what was read: at least one row, and the classes of the columns of probabilities, if there are any. */
    PredictionsFile(Path file, ModelSummary model, List<String> columns, List<Row> rows) {
        this.file = file;
        this.model = model;
        hasProbabilities = !columns.isEmpty();
        classNames = hasProbabilities ? columns : sortedClasses(rows);
        this.rows = rows;
    }

    /** The classes that rows without probabilities name: numbers by their value, other names by their letters. */
    private static List<String> sortedClasses(List<Row> rows) {
        var names = new TreeSet<String>();
        for (var row : rows) {
            names.add(row.label());
            names.add(row.predicted());
        }
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
        return rows.size();
    }

    /**
     * What a reader of the numbers must know.
     *
     * @return how many rows have several classes with the highest probability, as a sentence without a full stop; empty
     *     if none has
     */
    public List<String> warnings() {
        var ties = (int) rows.stream().filter(Row::isTie).count();
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
        return answers(images(), classNames, rows);
    }

    /** The rows, where there are no images. */
    private DatasetSummary images() {
        return new DatasetSummary(model.title(), null, rows.size());
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
        var ordered = hasIds() ? byIndex(summary) : inOrder(summary.images(), summary.describe());
        for (var image = 0; image < images.size(); image++) {
            var row = ordered.get(image);
            var truth = images.classNames().get(images.label(image));
            if (!row.label().equals(truth)) {
                var advice = "; the rows must be in the order of the images, or have a column id with the index of each"
                        + " image, from 0";
                throw problem(
                        row,
                        format(
                                "the label is '%s', but image %s of %s is of class '%s'%s",
                                row.label(), image, summary.title(), truth, hasIds() ? "" : advice));
            }
        }
        return answers(summary, images.classNames(), ordered);
    }

    /**
     * The answers to what another file has answers to: the rows of the same id, or in the same order if neither file
     * has ids.
     *
     * @param other the other file
     * @return the answers in the order of its rows
     * @throws EvaluationException if a row of one file is missing from the other, or has another label there, or a
     *     class is unknown to the other file
     */
    public Answers answersLike(PredictionsFile other) throws EvaluationException {
        if (hasIds() != other.hasIds()) {
            throw new EvaluationException(format(
                    "%s has a column id, but %s has none; rows are matched by their ids, or by their order if neither file"
                            + " has ids",
                    hasIds() ? file : other.file, hasIds() ? other.file : file));
        }
        var others = format("the %s of %s", English.count(other.rows(), "row"), other.file);
        var ordered = hasIds() ? byIdsOf(other) : inOrder(other.rows(), others);
        for (var place = 0; place < ordered.size(); place++) {
            var row = ordered.get(place);
            var counterpart = other.rows.get(place);
            if (!row.label().equals(counterpart.label())) {
                throw problem(
                        row,
                        format(
                                "the label is '%s', but that of the same row in %s, line %s, is '%s'",
                                row.label(), other.file, counterpart.line(), counterpart.label()));
            }
        }
        return answers(other.images(), other.classNames, ordered);
    }

    private boolean hasIds() {
        return !rows.get(0).id().isEmpty();
    }

    private List<Row> inOrder(int count, String others) throws EvaluationException {
        if (rows.size() != count) {
            throw new EvaluationException(format(
                    "%s has %s, but must have one for each of %s%s",
                    file,
                    English.count(rows.size(), "row"),
                    others,
                    rows.size() < count ? "; it may have been cut short" : ""));
        }
        return rows;
    }

    private List<Row> byIndex(DatasetSummary images) throws EvaluationException {
        var placeOf = new int[images.images()];
        Arrays.fill(placeOf, -1);
        for (var place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            var index = INDEX.matcher(row.id()).matches() ? Integer.parseInt(row.id()) : Integer.MAX_VALUE;
            if (index >= placeOf.length) {
                throw problem(
                        row,
                        format(
                                "the id is '%s', but must be the index of an image of %s, 0 to %s",
                                row.id(), images.title(), placeOf.length - 1));
            }
            if (placeOf[index] >= 0) {
                var earlier = rows.get(placeOf[index]);
                throw problem(row, format("the id is that of image %s, as in line %s", index, earlier.line()));
            }
            placeOf[index] = place;
        }
        for (var image = 0; image < placeOf.length; image++) {
            if (placeOf[image] < 0) {
                throw new EvaluationException(format(
                        "%s has %s, but must have one for each of %s: none has the id %s; it may have been cut short",
                        file, English.count(rows.size(), "row"), images.describe(), image));
            }
        }
        return IntStream.of(placeOf).mapToObj(rows::get).toList();
    }

    private List<Row> byIdsOf(PredictionsFile other) throws EvaluationException {
        var byId = new LinkedHashMap<String, Row>();
        rows.forEach(row -> byId.put(row.id(), row));
        var ordered = new ArrayList<Row>();
        for (var counterpart : other.rows) {
            var row = byId.remove(counterpart.id());
            if (row == null) {
                throw other.problem(counterpart, format("%s has no row with the id '%s'", file, counterpart.id()));
            }
            ordered.add(row);
        }
        var left = byId.values().stream().findFirst();
        if (left.isPresent()) {
            throw problem(
                    left.get(),
                    format(
                            "%s has no row with the id '%s'; it may have been cut short",
                            other.file, left.get().id()));
        }
        return ordered;
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
            throw problem(
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

    private EvaluationException problem(Row row, String problem) {
        return new EvaluationException(format("%s, line %s: %s", file, row.line(), problem));
    }
}
