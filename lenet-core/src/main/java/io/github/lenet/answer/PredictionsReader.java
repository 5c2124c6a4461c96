package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.PredictedRows.Row;
import io.github.lenet.text.Composed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of predictions, row by row. Every error names the file, and the line if it has one. */
final class PredictionsReader {

    private static final String LABEL = "label";
    private static final String PREDICTED = "predicted";
    private static final String ID = "id";
    private static final List<String> ROLES = List.of(LABEL, PREDICTED, ID);

    /** What the columns of probabilities begin with, before the name of the class. */
    private static final String PROBABILITY = "p_";

    /**
     * Where there are more, somebody has taken numbers or texts for classes; their confusion matrix fits in no memory.
     */
    private static final int MOST_CLASSES = 10_000;

    /** How far the sum of the probabilities of a row may be from one; the rest is what a sum of decimals rounds. */
    private static final double TOLERANCE = 1e-3 + 1e-12;

    /** Neither NaN nor infinity, hexadecimal digits or a suffix, all of which Java reads. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][+-]?[0-9]++)?");

    private final CsvRows file;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();

    /** Each class as it was written, and once only as it is kept. */
    private final Map<String, String> classes = new HashMap<>();

    private final Map<String, Long> lineOfId = new HashMap<>();

    private PredictionsReader(CsvRows file, char separator) {
        this.file = file;
        this.separator = separator;
    }

    /** Where each value stands; -1 for a column that there is not. */
    private record Columns(int label, int predicted, int id, Map<String, Integer> probabilities) {}

    static PredictionsFile read(Path file, String name, char separator) throws IOException {
        try (var rows = new CsvRows(file, file.toString(), separator)) {
            return new PredictionsReader(rows, separator).read(file, name);
        }
    }

    private PredictionsFile read(Path path, String name) throws IOException {
        var columns = columns();
        for (var values = file.next(); values != null; values = file.next()) {
            rows.add(row(columns, values));
        }
        if (rows.isEmpty()) {
            throw new EvaluationException(
                    path + " has no rows below its first line: nothing was predicted, or the file was cut short");
        }
        return new PredictionsFile(
                path,
                ModelSummary.ofPredictions(name, file.sha256()),
                List.copyOf(columns.probabilities().keySet()),
                rows);
    }

    private Columns columns() throws EvaluationException {
        var header = file.header();
        var places = new HashMap<String, Integer>();
        var probabilities = new LinkedHashMap<String, Integer>();
        for (var place = 0; place < header.size(); place++) {
            var name = header.get(place);
            var isProbability = name.startsWith(PROBABILITY);
            // What else the file holds is nobody's business.
            if (isProbability || ROLES.contains(name)) {
                var key = isProbability ? Composed.of(name.substring(PROBABILITY.length())) : name;
                if ((isProbability ? probabilities : places).putIfAbsent(key, place) != null) {
                    throw file.problem(format("the column %s is there twice", name));
                }
            }
        }
        requireColumns(places, probabilities);
        return new Columns(
                places.getOrDefault(LABEL, -1),
                places.getOrDefault(PREDICTED, -1),
                places.getOrDefault(ID, -1),
                probabilities);
    }

    private void requireColumns(Map<String, Integer> places, Map<String, Integer> probabilities)
            throws EvaluationException {
        if (!places.containsKey(LABEL)) {
            throw missing("there is no column label");
        }
        if (!places.containsKey(PREDICTED) && probabilities.isEmpty()) {
            throw missing("there is neither a column predicted nor a column p_<class> for each class");
        }
        if (places.containsKey(PREDICTED) && !probabilities.isEmpty()) {
            throw file.problem("there are a column predicted and columns p_<class>, which may contradict each other;"
                    + " leave one or the others out");
        }
        if (probabilities.size() == 1) {
            throw file.problem("there is one column p_<class>; write one for each class, also where there are but two");
        }
        if (probabilities.containsKey("")) {
            throw file.problem("the column p_ names no class");
        }
    }

    private EvaluationException missing(String problem) {
        return file.wrongColumns(
                problem, "Name the separator with <predictionsSeparator> if it is not '" + separator + "'");
    }

    private Row row(Columns columns, CSVRecord values) throws EvaluationException {
        var id = columns.id() < 0 ? "" : id(file.required(values, columns.id(), ID));
        var label = name(file.required(values, columns.label(), LABEL));
        var predicted = columns.predicted() < 0 ? "" : name(file.required(values, columns.predicted(), PREDICTED));
        return new Row(file.line(), id, label, predicted, probabilities(columns, values));
    }

    private String id(String text) throws EvaluationException {
        var earlier = lineOfId.putIfAbsent(text, file.line());
        if (earlier != null) {
            throw file.problem(
                    format("the id '%s' is that of line %s, too; each row must have one of its own", text, earlier));
        }
        return text;
    }

    private String name(String text) throws EvaluationException {
        var name = classes.computeIfAbsent(text, Composed::of);
        if (classes.size() > MOST_CLASSES) {
            throw file.problem(format(
                    "label and predicted have more than %,d different values up to here, but must be names of classes",
                    MOST_CLASSES));
        }
        return name;
    }

    private float[] probabilities(Columns columns, CSVRecord values) throws EvaluationException {
        var probabilities = new float[columns.probabilities().size()];
        var sum = 0D;
        var next = 0;
        for (var column : columns.probabilities().entrySet()) {
            var text = values.get(column.getValue());
            var number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            var probability = (float) number;
            // Negated, so that NaN fails as well.
            if (!(probability >= 0 && probability <= 1)) {
                throw file.problem(format(
                        "p_%s is '%s', but must be a number from 0 to 1, with a point before its decimals",
                        column.getKey(), text));
            }
            probabilities[next++] = probability;
            sum += number;
        }
        if (next > 0 && Math.abs(sum - 1) > TOLERANCE) {
            throw file.problem(format("the probabilities sum to %.6f, but must sum to 1 within 0.001", sum));
        }
        return probabilities;
    }
}
