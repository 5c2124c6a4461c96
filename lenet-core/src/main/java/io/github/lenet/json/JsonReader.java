package io.github.lenet.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link JsonWriter} writes, strictly: no unknown key, no value of another type, and none that is null or
 * missing unless the record says that it may be. An error knows line and column, and names the key, such as
 * {@code epochs[2].trainingLoss}.
 *
 * @param json where the text comes from
 * @param skipsUnknownKeys whether a key that a record does not have is skipped with its value, instead of refused
 */
record JsonReader(JsonParser json, boolean skipsUnknownKeys) {

    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    /** Reads the whole text as one value, which is not null. */
    Object readAll(Type type) throws IOException {
        if (json.nextToken() == null) {
            throw new JsonParseException(json, "it is empty", json.currentLocation());
        }
        var value = read(type);
        if (value == null) {
            throw problem("it is null");
        }
        if (json.nextToken() != null) {
            throw problem("it goes on after its end");
        }
        return value;
    }

    /** Reads the value that begins with the current token, and stops at its last one. */
    private @Nullable Object read(Type type) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class ? readMap(arguments[1]) : readList(arguments[0]);
        }
        var simple = (Class<?>) type;
        if (simple.isRecord()) {
            var shape = JsonRecord.of(simple);
            if (shape.isTransparent()) {
                return create(shape, read(shape.components().get(0).type()));
            }
            require(JsonToken.START_OBJECT, "an object");
            return readRecord(shape);
        }
        if (simple.isArray()) {
            return readArray(simple.getComponentType());
        }
        if (simple.isAnnotationPresent(Key.class)) {
            return readTagged(simple);
        }
        if (simple == Map.class) {
            return readMap(Object.class);
        }
        if (simple.isEnum()) {
            return readConstant(simple);
        }
        return simple == Object.class ? readAny() : readSimple(simple);
    }

    private Object readConstant(Class<?> type) throws IOException {
        var name = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> problem(quoted(key()) + " is " + quoted(name) + ", which is unknown"));
    }

    /** Reads an element of a container; a plain tree may hold what is null. */
    private @Nullable Object readElement(Type type) throws IOException {
        return type == Object.class ? read(type) : required(read(type));
    }

    private Object required(@Nullable Object value) throws IOException {
        if (value == null) {
            throw problem(quoted(key()) + " is null");
        }
        return value;
    }

    /** Reads the rest of a record, after its brace, or after its tag. */
    private Object readRecord(JsonRecord shape) throws IOException {
        var values = new @Nullable Object[shape.components().size()];
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var index = shape.indexOf(json.currentName());
            if (index < 0 && !skipsUnknownKeys) {
                throw problem("the key " + quoted(key()) + " is unknown");
            }
            json.nextToken();
            if (index < 0) {
                json.skipChildren();
            } else {
                var component = shape.components().get(index);
                values[index] = component.isNullable() ? read(component.type()) : required(read(component.type()));
            }
        }
        for (var i = 0; i < values.length; i++) {
            var component = shape.components().get(i);
            if (values[i] == null && !component.isNullable()) {
                values[i] = component
                        .valueIfMissing()
                        .orElseThrow(() -> problem(quoted(join(key(), component.key())) + " is missing"));
            }
        }
        return create(shape, values);
    }

    private Object create(JsonRecord shape, @Nullable Object... components) throws IOException {
        try {
            return shape.create(components);
        } catch (InvocationTargetException e) {
            // The record itself refuses the values.
            var refusal = e.getTargetException();
            var reason = Objects.requireNonNullElse(refusal.getMessage(), refusal.toString());
            throw problem(key().isEmpty() ? reason : quoted(key()) + ": " + reason);
        }
    }

    private Object readTagged(Class<?> type) throws IOException {
        require(JsonToken.START_OBJECT, "an object");
        var tag = type.getAnnotation(Key.class).value();
        var name = json.nextFieldName();
        if (!tag.equals(name)) {
            throw problem("its first key is not " + quoted(tag));
        }
        var value = json.nextTextValue();
        return readRecord(JsonRecord.tagged(type, value)
                .orElseThrow(() -> problem(quoted(key()) + " is " + quoted(value) + ", which is unknown")));
    }

    private Map<String, @Nullable Object> readMap(Type type) throws IOException {
        require(JsonToken.START_OBJECT, "an object");
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            map.put(name, readElement(type));
        }
        return map;
    }

    private List<@Nullable Object> readList(Type type) throws IOException {
        require(JsonToken.START_ARRAY, "a list");
        var list = new ArrayList<@Nullable Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(readElement(type));
        }
        return list;
    }

    private Object readArray(Class<?> type) throws IOException {
        var list = readList(type);
        var array = Array.newInstance(type, list.size());
        for (var i = 0; i < list.size(); i++) {
            Array.set(array, i, list.get(i));
        }
        return array;
    }

    private Object readAny() throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> readMap(Object.class);
            case START_ARRAY -> readList(Object.class);
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            default -> json.getNumberValue();
        };
    }

    private Object readSimple(Class<?> type) throws IOException {
        try {
            return switch (type.getName()) {
                case "java.lang.String" -> text();
                case "java.nio.file.Path" -> Path.of(text());
                case "java.net.URI" -> URI.create(text());
                case "boolean", "java.lang.Boolean" -> truth();
                case "int", "java.lang.Integer" -> wholeNumber().getIntValue();
                case "long", "java.lang.Long" -> wholeNumber().getLongValue();
                case "double", "java.lang.Double" -> floatingPoint();
                case "java.math.BigDecimal" -> number().getDecimalValue();
                default -> throw new IllegalStateException("no JSON form of " + type);
            };
        } catch (InputCoercionException e) {
            throw problem(quoted(key()) + " is " + json.getText() + ", which is out of range");
        } catch (IllegalArgumentException e) {
            throw problem(quoted(key()) + " is unusable: " + e.getMessage());
        }
    }

    private String text() throws IOException {
        require(JsonToken.VALUE_STRING, "a text");
        return json.getText();
    }

    private boolean truth() throws IOException {
        if (!json.currentToken().isBoolean()) {
            throw wrongType("true or false");
        }
        return json.getBooleanValue();
    }

    private JsonParser wholeNumber() throws IOException {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json;
    }

    /** JSON has no number for what is not finite, so that it is written as a text. */
    private double floatingPoint() throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING && NOT_FINITE.contains(json.getText())
                ? Double.parseDouble(json.getText())
                : number().getDoubleValue();
    }

    private JsonParser number() throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw wrongType("a number");
        }
        return json;
    }

    private void require(JsonToken token, String description) throws IOException {
        if (json.currentToken() != token) {
            throw wrongType(description);
        }
    }

    private JsonParseException wrongType(String expected) {
        var key = key();
        return problem((key.isEmpty() ? "it" : quoted(key)) + " is not " + expected);
    }

    private JsonParseException problem(String text) {
        return new JsonParseException(json, text, json.currentTokenLocation());
    }

    /** Where the current token stands, or the value that begins with it. */
    private String key() {
        var context = json.getParsingContext();
        return key(json.currentToken().isStructStart() ? context.getParent() : context);
    }

    private static String key(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        var container = key(context.getParent());
        return context.inArray()
                ? container + "[" + context.getCurrentIndex() + "]"
                : join(container, context.getCurrentName());
    }

    private static String join(String container, String name) {
        return container.isEmpty() ? name : container + "." + name;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
