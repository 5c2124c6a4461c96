package io.github.lenet.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes JSON the same way everywhere: records by their component names, in their declared order, two spaces of
 * indentation, line feeds on every platform, no clock and no defaults, so that equal values give equal bytes.
 *
 * <p>Reading is strict: an unknown or a duplicate key, and a missing primitive, are errors that name the place.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Double.toString gives other digits before JDK 19 for some numbers.
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS, SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final ObjectWriter INDENTED =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withSeparators(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withArrayEmptySeparator("")
                      .withObjectEmptySeparator(""))
              .withObjectIndenter(new DefaultIndenter("  ", "\n")));

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
    try {
      return (INDENTED.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form of " + value.getClass(), e);
    }
  }

  /**
   * The text of a value on one line, for protocols that send a value a line.
   *
   * @param value a record, map, list or simple value
   * @return its JSON text, without any line break
   */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form of " + value.getClass(), e);
    }
  }

  /**
   * Reads a file.
   *
   * @param file the file to read
   * @param type the record, or {@code Map.class} for a plain tree of maps, lists and simple values
   * @param <T> the type of the value
   * @return the value
   * @throws IOException if the file is missing, or is not JSON of this type; the message names the file, line and column
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    return parse(Files.readString(file), type, file.toString());
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
    ObjectReader reader = MAPPER.readerFor(type);
    try {
      T value = reader.readValue(text);
      if (value == null) {
        throw new IOException(where + " holds null where " + type.getSimpleName() + " is expected");
      }
      return value;
    } catch (JsonProcessingException e) {
      var location = e.getLocation();
      var at = location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
      throw new IOException(where + " is not the expected JSON" + at + ": " + problem(e), e);
    }
  }

  /** Jackson's own messages speak of classes, instances and settings of Jackson, and often name no key. */
  private static String problem(JsonProcessingException e) {
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return e.getCause().getMessage();
    }
    if (e instanceof PropertyBindingException unknown) {
      return "the key \"" + key(unknown) + "\" is unknown";
    }
    if (e instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      return "\"" + key(mismatch) + "\" is missing, or its value is of another type";
    }
    return e.getOriginalMessage();
  }

  /** Where a value stands, such as {@code epochs[2].trainingLoss}. */
  private static String key(JsonMappingException e) {
    var key = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        key.append('[').append(step.getIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return key.toString();
  }
}
