package io.github.lenet.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Array;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON: records by their components, maps and lists by their elements, paths, addresses and constants
 * as the text that they are for people.
 *
 * @param json where the text goes
 */
record JsonWriter(JsonGenerator json) {

    void write(@Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Record container) {
            writeRecord(container);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof Iterable<?> list && !(value instanceof Path)) {
            writeList(list);
        } else if (value.getClass().isArray()) {
            writeArray(value);
        } else if (value instanceof Path || value instanceof URI || value instanceof Enum<?>) {
            json.writeString(value.toString());
        } else {
            writeSimple(value);
        }
    }

    private void writeRecord(Record container) throws IOException {
        var shape = JsonRecord.of(container.getClass());
        if (shape.isTransparent()) {
            write(shape.components().get(0).valueIn(container));
            return;
        }
        json.writeStartObject();
        if (shape.tag().isPresent()) {
            json.writeStringField(shape.tag().get().key(), shape.tag().get().value());
        }
        for (var component : shape.components()) {
            var value = component.valueIn(container);
            if (!component.leavesOut(value)) {
                json.writeFieldName(component.key());
                write(value);
            }
        }
        json.writeEndObject();
    }

    private void writeMap(Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
            json.writeFieldName(entry.getKey().toString());
            write(entry.getValue());
        }
        json.writeEndObject();
    }

    private void writeList(Iterable<?> list) throws IOException {
        json.writeStartArray();
        for (var element : list) {
            write(element);
        }
        json.writeEndArray();
    }

    private void writeArray(Object array) throws IOException {
        json.writeStartArray();
        for (var i = 0; i < Array.getLength(array); i++) {
            write(Array.get(array, i));
        }
        json.writeEndArray();
    }

    /** Texts, numbers, true and false. */
    private void writeSimple(Object value) throws IOException {
        try {
            json.writePOJO(value);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("no JSON form of " + value.getClass(), e);
        }
    }
}
