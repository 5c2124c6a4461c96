package io.github.lenet.json;

import static io.github.lenet.text.Formatting.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.ContentProblem;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON the same way everywhere: records by their component names, in their declared order, two spaces
 * of indentation, line feeds on every platform, no clock and no defaults, so that equal values give equal bytes.
 *
 * <p>Reading is strict: an unknown or a duplicate key, a value that is null or missing although its record does not say
 * that it may be, and one that its record refuses are errors that name the place; {@link #parseKnownKeys} alone skips
 * unknown keys. The annotations of this package say what a record is in JSON.
 */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Double.toString gives other digits before JDK 19 for some numbers.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    /** Room for the confusion matrix of a thousand classes, and no more than fits into a small memory. */
    private static final long MAXIMUM_LENGTH = 1 << 26;

    private Json() {}

    /**
     * Writes a value as an indented file, whole or not at all.
     *
     * @param file the file to write or replace
     * @param value a record, map, list or simple value
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Object value) throws IOException {
        var bytes = bytes(value);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /**
     * The indented text of a value as UTF-8, ending in a line feed.
     *
     * @param value a record, map, list or simple value
     * @return the bytes of its JSON text
     */
    public static byte[] bytes(Object value) {
        return (text(value, new Indentation()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text of a value on one line, for protocols that send a value a line.
     *
     * @param value a record, map, list or simple value
     * @return its JSON text, without any line break
     */
    public static String line(Object value) {
        return text(value, null);
    }

    private static String text(Object value, @Nullable PrettyPrinter printer) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(printer);
            new JsonWriter(json).write(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON form of " + value.getClass(), e);
        }
        return text.toString();
    }

    /**
     * Reads a file.
     *
     * @param file the file to read
     * @param type the record, or {@code Map.class} for a plain tree of maps, lists and simple values
     * @param <T> the type of the value
     * @return the value
     * @throws IOException if the file is missing, or is not JSON of this type; the message names the file, line and
     *     column
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        if (Files.size(file) > MAXIMUM_LENGTH) {
            throw new IOException(format(
                    "%s has %d bytes, but no JSON of this project has more than %d",
                    file, Files.size(file), MAXIMUM_LENGTH));
        }
        try {
            return parse(Files.readString(file), type, file.toString());
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not the expected JSON: it is not a text in UTF-8", e);
        }
    }

    /**
     * Reads a text.
     *
     * @param text the JSON text
     * @param type the record, or {@code Map.class} for a plain tree of maps, lists and simple values
     * @param where what the text is, for the message of an error
     * @param <T> the type of the value
     * @return the value
     * @throws IOException if the text is not JSON of this type; the message names the place, line and column
     */
    public static <T> T parse(String text, Class<T> type, String where) throws IOException {
        return parse(text, type, where, false);
    }

    /**
     * Reads a text that a later version may have written: keys that this one does not know are skipped, of the record
     * and of those in it.
     *
     * @param text the JSON text
     * @param type the record
     * @param where what the text is, for the message of an error
     * @param <T> the type of the value
     * @return the value
     * @throws IOException as in {@link #parse}, but not for an unknown key
     */
    public static <T> T parseKnownKeys(String text, Class<T> type, String where) throws IOException {
        return parse(text, type, where, true);
    }

    private static <T> T parse(String text, Class<T> type, String where, boolean skipsUnknownKeys) throws IOException {
        try (var json = FACTORY.createParser(text)) {
            return type.cast(new JsonReader(json, skipsUnknownKeys).readAll(type));
        } catch (JsonProcessingException e) {
            var other = ContentProblem.ofText(text);
            if (other.isPresent()) {
                throw new IOException(where + " " + other.get(), e);
            }
            var location = e.getLocation();
            var at = location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
            throw new IOException(where + " is not the expected JSON" + at + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Indents objects by two spaces. Says with methods what newer versions of the library have settings for: Apache
     * Spark puts one of its own before ours, down to 2.15.
     */
    private static final class Indentation extends DefaultPrettyPrinter {

        private static final long serialVersionUID = 1L;

        Indentation() {
            indentObjectsWith(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public Indentation createInstance() {
            return new Indentation();
        }

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(": ");
        }

        @Override
        public void writeEndObject(JsonGenerator json, int entries) throws IOException {
            if (entries > 0) {
                super.writeEndObject(json, entries);
            } else {
                _nesting--;
                json.writeRaw('}');
            }
        }

        @Override
        public void writeEndArray(JsonGenerator json, int elements) throws IOException {
            if (elements > 0) {
                super.writeEndArray(json, elements);
            } else {
                json.writeRaw(']');
            }
        }
    }
}
