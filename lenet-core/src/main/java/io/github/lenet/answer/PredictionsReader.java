package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.PredictedRows.Row;
import io.github.lenet.io.ContentProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.text.Composed;
import io.github.lenet.text.English;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of predictions, row by row. Every error names the file, and the line if it has one. */
final class PredictionsReader {

    private static final String LABEL = "label";
    private static final String PREDICTED = "predicted";
    private static final String ID = "id";
    private static final List<String> ROLES = List.of(LABEL, PREDICTED, ID);

    /** What the columns of probabilities begin with, before the name of the class. */
    private static final String PROBABILITY = "p_";

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /**
     * Where there are more, somebody has taken numbers or texts for classes; their confusion matrix fits in no memory.
     */
    private static final int MOST_CLASSES = 10_000;

    /** How far the sum of the probabilities of a row may be from one; the rest is what a sum of decimals rounds. */
    private static final double TOLERANCE = 1e-3 + 1e-12;

    /** Neither NaN nor infinity, hexadecimal digits or a suffix, all of which Java reads. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][+-]?[0-9]++)?");

    private final Path file;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();

    /** Each class as it was written, and once only as it is kept. */
    private final Map<String, String> classes = new HashMap<>();

    private final Map<String, Long> lineOfId = new HashMap<>();

    /** The line that is being read. */
    private long line = 1;

    private PredictionsReader(Path file, char separator) {
        this.file = file;
        this.separator = separator;
    }

    /** Where each value stands; -1 for a column that there is not. */
    private record Columns(int label, int predicted, int id, Map<String, Integer> probabilities, int count) {}

    static PredictionsFile read(Path file, String name, char separator) throws IOException {
        return new PredictionsReader(file, separator).read(name);
    }

    private PredictionsFile read(String name) throws IOException {
        // A pipe that nobody writes would hold the build up for ever.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new EvaluationException(file + " is no file");
        }
        var digest = Sha256.begin();
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        try (var bytes = new DigestInputStream(Files.newInputStream(file), digest);
                // A decoder that is made in this way refuses what is no UTF-8.
                var text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
                var parser = format.parse(withoutByteOrderMark(text))) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw new EvaluationException(file + " is empty");
            }
            line = parser.getCurrentLineNumber();
            var columns = columns(records.next());
            line++;
            while (records.hasNext()) {
                line = parser.getCurrentLineNumber();
                rows.add(row(columns, records.next()));
                line++;
            }
            if (rows.isEmpty()) {
                throw new EvaluationException(
                        file + " has no rows below its first line: nothing was predicted, or the file was cut short");
            }
            return new PredictionsFile(
                    file,
                    ModelSummary.ofPredictions(name, Sha256.hex(digest)),
                    List.copyOf(columns.probabilities().keySet()),
                    rows);
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause(), "what the library wraps"));
        } catch (CharacterCodingException e) {
            throw unreadable(e);
        }
    }

    private static Reader withoutByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private IOException unreadable(IOException problem) {
        if (problem instanceof CharacterCodingException) {
            return new EvaluationException(
                    file + " is not in UTF-8; write it so, or convert it, for example with iconv -f latin1 -t utf-8");
        }
        return problem instanceof CSVException
                ? problem("a value in quotation marks that begins here does not end as it must, with a quotation mark"
                        + " before a separator or the end of the line; the file may have been cut short")
                : problem;
    }

    private Columns columns(CSVRecord header) throws EvaluationException {
        var places = new HashMap<String, Integer>();
        var probabilities = new LinkedHashMap<String, Integer>();
        for (var place = 0; place < header.size(); place++) {
            var name = header.get(place);
            var isProbability = name.startsWith(PROBABILITY);
            // What else the file holds is nobody's business.
            if (isProbability || ROLES.contains(name)) {
                var key = isProbability ? Composed.of(name.substring(PROBABILITY.length())) : name;
                if ((isProbability ? probabilities : places).putIfAbsent(key, place) != null) {
                    throw problem(format("the column %s is there twice", name));
                }
            }
        }
        requireColumns(header, places, probabilities);
        return new Columns(
                places.getOrDefault(LABEL, -1),
                places.getOrDefault(PREDICTED, -1),
                places.getOrDefault(ID, -1),
                probabilities,
                header.size());
    }

    private void requireColumns(CSVRecord header, Map<String, Integer> places, Map<String, Integer> probabilities)
            throws EvaluationException {
        if (!places.containsKey(LABEL)) {
            throw missing(header, "there is no column label");
        }
        if (!places.containsKey(PREDICTED) && probabilities.isEmpty()) {
            throw missing(header, "there is neither a column predicted nor a column p_<class> for each class");
        }
        if (places.containsKey(PREDICTED) && !probabilities.isEmpty()) {
            throw problem("there are a column predicted and columns p_<class>, which may contradict each other; leave"
                    + " one or the others out");
        }
        if (probabilities.size() == 1) {
            throw problem("there is one column p_<class>; write one for each class, also where there are but two");
        }
        if (probabilities.containsKey("")) {
            throw problem("the column p_ names no class");
        }
    }

    /** What is most often the reason that a column is missing. */
    private EvaluationException missing(CSVRecord header, String problem) {
        var content = ContentProblem.of(file);
        if (content.isPresent()) {
            return new EvaluationException(file + " " + content.get());
        }
        var columns = header.stream().map(name -> "'" + name + "'").toList();
        return problem(problem + "; the first line names " + English.list(columns)
                + (columns.size() == 1
                        ? ". Name the separator with <predictionsSeparator> if it is not '" + separator + "'"
                        : ""));
    }

    private Row row(Columns columns, CSVRecord values) throws EvaluationException {
        if (values.size() != columns.count()) {
            throw problem(format(
                    "it has %s, but the first line names %s%s",
                    English.count(values.size(), "value"),
                    columns.count(),
                    values.size() < columns.count() ? "; the file may have been cut short" : ""));
        }
        var id = columns.id() < 0 ? "" : id(required(values, columns.id(), ID));
        var label = name(required(values, columns.label(), LABEL));
        var predicted = columns.predicted() < 0 ? "" : name(required(values, columns.predicted(), PREDICTED));
        return new Row(line, id, label, predicted, probabilities(columns, values));
    }

    private String id(String text) throws EvaluationException {
        var earlier = lineOfId.putIfAbsent(text, line);
        if (earlier != null) {
            throw problem(
                    format("the id '%s' is that of line %s, too; each row must have one of its own", text, earlier));
        }
        return text;
    }

    private String name(String text) throws EvaluationException {
        var name = classes.computeIfAbsent(text, Composed::of);
        if (classes.size() > MOST_CLASSES) {
            throw problem(format(
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
                throw problem(format(
                        "p_%s is '%s', but must be a number from 0 to 1, with a point before its decimals",
                        column.getKey(), text));
            }
            probabilities[next++] = probability;
            sum += number;
        }
        if (next > 0 && Math.abs(sum - 1) > TOLERANCE) {
            throw problem(format("the probabilities sum to %.6f, but must sum to 1 within 0.001", sum));
        }
        return probabilities;
    }

    private String required(CSVRecord values, int place, String column) throws EvaluationException {
        var text = values.get(place);
        if (text.isBlank()) {
            throw problem("the value of " + column + " is missing");
        }
        return text;
    }

    private EvaluationException problem(String problem) {
        return new EvaluationException(format("%s, line %s: %s", file, line, problem));
    }
}
