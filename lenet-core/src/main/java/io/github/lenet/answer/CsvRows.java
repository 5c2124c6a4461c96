package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.ContentProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.text.English;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file as in RFC 4180, in UTF-8, with or without a byte order mark. Empty lines are skipped. Every
 * error names the file, and the line if it has one.
 */
final class CsvRows implements Closeable {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final String title;
    private final MessageDigest digest = Sha256.begin();
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final CSVRecord header;

    /** The line that is being read. */
    private long line;

    /**
     * Opens a file, and reads its first line.
     *
     * @param file the file
     * @param title what errors call it
     * @param separator what stands between two values
     */
    CsvRows(Path file, String title, char separator) throws IOException {
        this.file = file;
        this.title = title;
        // A pipe that nobody writes would hold the build up for ever.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new EvaluationException(title + " is no file");
        }
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        var bytes = new DigestInputStream(Files.newInputStream(file), digest);
        try {
            // A decoder that is made in this way refuses what is no UTF-8.
            parser = format.parse(withoutByteOrderMark(
                    new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))));
            records = parser.iterator();
            var first = nextRecord();
            if (first == null) {
                throw new EvaluationException(title + " is empty");
            }
            header = first;
        } catch (IOException e) {
            bytes.close();
            throw unreadable(e);
        }
    }

    private static BufferedReader withoutByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** The first line, which names the columns. */
    CSVRecord header() {
        return header;
    }

    /** The line of the row that was read last. */
    long line() {
        return line;
    }

    /** The next row, which has a value for each column; null at the end. */
    @Nullable
    CSVRecord next() throws IOException {
        var values = nextRecord();
        if (values != null && values.size() != header.size()) {
            throw problem(format(
                    "it has %s, but the first line names %s%s",
                    English.count(values.size(), "value"),
                    header.size(),
                    values.size() < header.size() ? "; the file may have been cut short" : ""));
        }
        return values;
    }

    private @Nullable CSVRecord nextRecord() throws IOException {
        try {
            line++;
            if (!records.hasNext()) {
                return null;
            }
            line = parser.getCurrentLineNumber();
            return records.next();
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause(), "what the library wraps"));
        }
    }

    private IOException unreadable(IOException problem) {
        if (problem instanceof CharacterCodingException) {
            return new EvaluationException(
                    title + " is not in UTF-8; write it so, or convert it, for example with iconv -f latin1 -t utf-8");
        }
        return problem instanceof CSVException
                ? problem("a value in quotation marks that begins here does not end as it must, with a quotation mark"
                        + " before a separator or the end of the line; the file may have been cut short")
                : problem;
    }

    /** The value of a column, which must not be blank. */
    String required(CSVRecord values, int place, String column) throws EvaluationException {
        var text = values.get(place);
        if (text.isBlank()) {
            throw problem("the value of " + column + " is missing");
        }
        return text;
    }

    /** The digest of all that was read: of the file, at its end. */
    String sha256() {
        return Sha256.hex(digest);
    }

    /**
     * What is wrong with the columns, and what is most often the reason.
     *
     * @param problem what is wrong
     * @param advice what to do if the whole line was taken for the name of one column
     */
    EvaluationException wrongColumns(String problem, String advice) {
        var content = ContentProblem.of(file);
        if (content.isPresent()) {
            return new EvaluationException(title + " " + content.get());
        }
        var columns = header.stream().map(name -> "'" + name + "'").toList();
        return problem(problem + "; the first line names " + English.list(columns)
                + (columns.size() == 1 ? ". " + advice : ""));
    }

    /** What is wrong in the line that was read last. */
    EvaluationException problem(String problem) {
        return new EvaluationException(format("%s, line %s: %s", title, line, problem));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
