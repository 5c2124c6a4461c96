package io.github.lenet.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Records stand for the same JSON as they do in Jackson's own data binding, where it is told what our annotations mean.
 */
class JsonAndJacksonTest {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .annotationIntrospector(new OurAnnotations())
            .addMixIn(Shape.class, TaggedShape.class)
            .build();

    /** {@link Key} and {@link OmitEmpty} in the terms of Jackson, which knows them from its own annotations only. */
    private static final class OurAnnotations extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
            return component(annotated)
                    .filter(component -> component.isAnnotationPresent(OmitEmpty.class))
                    .map(component -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null))
                    .orElseGet(() -> super.findPropertyInclusion(annotated));
        }

        @Override
        public PropertyName findNameForSerialization(Annotated annotated) {
            return name(annotated).orElseGet(() -> super.findNameForSerialization(annotated));
        }

        @Override
        public PropertyName findNameForDeserialization(Annotated annotated) {
            return name(annotated).orElseGet(() -> super.findNameForDeserialization(annotated));
        }

        private static Optional<PropertyName> name(Annotated annotated) {
            return component(annotated)
                    .map(component -> component.getAnnotation(Key.class))
                    .map(key -> PropertyName.construct(key.value()));
        }

        private static Optional<RecordComponent> component(Annotated annotated) {
            if (!(annotated instanceof AnnotatedMember member)
                    || !member.getDeclaringClass().isRecord()) {
                return Optional.empty();
            }
            var components = member.getDeclaringClass().getRecordComponents();
            return annotated instanceof AnnotatedParameter parameter
                    ? Optional.of(components[parameter.getIndex()])
                    : Arrays.stream(components)
                            .filter(component -> component.getName().equals(annotated.getName()))
                            .findFirst();
        }
    }

    record Numbers(
            int a,
            @Nullable Integer b,
            long c,
            @Nullable Long d,
            double e,
            @Nullable Double f,
            @Nullable BigDecimal g,
            boolean h,
            @Nullable Boolean i) {}

    @Property
    void numbers(
            @ForAll int a,
            @ForAll long c,
            @ForAll double e,
            @ForAll BigDecimal g,
            @ForAll boolean h,
            @ForAll boolean boxed)
            throws Exception {
        assertSame(
                boxed ? new Numbers(a, a, c, c, e, e, g, h, h) : new Numbers(a, null, c, null, e, null, null, h, null));
    }

    @Test
    void numbersThatAreNotFinite() throws Exception {
        for (var number : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            assertSame(new Numbers(0, 0, 0, 0L, number, number, null, false, null));
        }
    }

    record Containers(
            String text, List<String> list, Map<String, List<Integer>> map, List<Map<String, Object>> trees) {}

    @Property
    void containers(
            @ForAll String text,
            @ForAll @Size(max = 3) List<String> list,
            @ForAll @Size(max = 3) Map<String, @Size(max = 3) List<Integer>> map)
            throws Exception {
        var tree = Map.<String, Object>of(text, Arrays.asList(text, null, true, 7, 8L << 40, 0.5, map));
        assertSame(new Containers(text, list, map, List.of(tree, Map.of())));
    }

    record Sparse(
            @OmitEmpty @Nullable String text,
            @OmitEmpty List<String> list,
            @OmitEmpty Map<String, String> map,
            @OmitEmpty @Nullable Double number,
            @Key("class") @Nullable String className) {}

    @Test
    void whatIsLeftOut() throws Exception {
        assertSame(new Sparse("a", List.of("b"), Map.of("c", "d"), 1.0, "e"));
        var empty = new Sparse(null, List.of(), Map.of(), null, null);
        assertThat(Json.line(empty)).isEqualTo("{\"class\":null}").isEqualTo(JACKSON.writeValueAsString(empty));
        assertThat(Json.parse("{\"class\":null}", Sparse.class, "text")).isEqualTo(empty);
        var emptyTexts = new Sparse("", List.of(), Map.of(), 0.0, "");
        assertThat(Json.line(emptyTexts))
                .isEqualTo("{\"number\":0.0,\"class\":\"\"}")
                .isEqualTo(JACKSON.writeValueAsString(emptyTexts));
    }

    @Key("shape")
    sealed interface Shape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Point.class, name = "point")
    })
    private interface TaggedShape {}

    sealed interface Round extends Shape {}

    record Circle(double radius) implements Round {}

    record Point() implements Shape {}

    record Drawing(List<Shape> shapes, @Nullable Shape first) {}

    @Test
    void recordsOfASealedInterface() throws Exception {
        assertThat(Json.line(new Circle(2))).isEqualTo("{\"shape\":\"circle\",\"radius\":2.0}");
        assertSame(new Drawing(List.of(new Circle(1), new Point()), null));
        assertThat(Json.parse("{\"shape\":\"point\"}", Shape.class, "text")).isEqualTo(new Point());
        assertThatThrownBy(() -> Json.parse("{\"shape\":\"square\"}", Shape.class, "text"))
                .hasMessageEndingWith(": \"shape\" is \"square\", which is unknown");
        assertThatThrownBy(() -> Json.parse("{\"radius\":1}", Shape.class, "text"))
                .hasMessageEndingWith(": its first key is not \"shape\"");
    }

    record Arrays2(int[][] counts, String[] names) {}

    @Test
    void arrays() throws Exception {
        var arrays = new Arrays2(new int[][] {{1, 2}, {}, {3}}, new String[] {"a", "b"});
        var line = Json.line(arrays);
        assertThat(line).isEqualTo(JACKSON.writeValueAsString(arrays));
        assertThat(Json.parse(line, Arrays2.class, "text"))
                .usingRecursiveComparison()
                .isEqualTo(arrays);
    }

    @Transparent
    record Values(@JsonValue Map<String, Object> values) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Values {
            if (new HashMap<>(values).containsValue(null)) {
                throw new IllegalArgumentException("a value is null");
            }
        }
    }

    record Training(Values values, List<Values> others) {}

    @Test
    void aRecordThatStandsForItsValue() throws Exception {
        var values = new Values(Map.of("epochs", 10, "learningRate", 0.5));
        assertSame(values);
        assertSame(new Training(values, List.of(new Values(Map.of()))));
        assertThatThrownBy(() -> Json.parse("{\"values\":[],\"others\":[]}", Training.class, "text"))
                .hasMessageEndingWith("column 11: \"values\" is not an object");
        assertThatThrownBy(() -> Json.parse("{\"values\":{\"epochs\":null}}", Training.class, "text"))
                .hasMessageEndingWith("column 25: \"values\": a value is null");
        assertThatThrownBy(() -> Json.parse("{\"values\":null}", Training.class, "text"))
                .hasMessageEndingWith(": \"values\" is null");
    }

    record Places(Path file, URI address) {}

    @Test
    void placesAreTextsThatPeopleCanRead() throws Exception {
        var places = new Places(Path.of("a b", "c"), URI.create("https://example.org/a?b"));
        var line = Json.line(places);
        assertThat(line).contains("example.org/a?b", "a b").doesNotContain("file:");
        assertThat(Json.parse(line, Places.class, "text")).isEqualTo(places);
        assertThatThrownBy(() -> Json.parse("{\"address\":\"a b\"}", Places.class, "text"))
                .hasMessageContaining("\"address\" is unusable: ");
    }

    enum Colour {
        RED,

        LIGHT_GREEN {
            @Override
            public String toString() {
                return "light green";
            }
        }
    }

    record Flag(Colour left, List<Colour> others) {}

    @Test
    void constantsAreTextsThatPeopleCanRead() throws Exception {
        assertSame(new Flag(Colour.RED, List.of(Colour.LIGHT_GREEN)));
        assertThat(Json.line(Colour.LIGHT_GREEN)).isEqualTo("\"light green\"");
        assertThatThrownBy(() -> Json.parse("{\"left\":\"LIGHT_GREEN\"}", Flag.class, "text"))
                .hasMessageEndingWith(": \"left\" is \"LIGHT_GREEN\", which is unknown");
        assertThatThrownBy(() -> Json.parse("{\"left\":0}", Flag.class, "text"))
                .hasMessageEndingWith(": \"left\" is not a text");
    }

    @Test
    void whatHasNoFormIsAnError() {
        assertThatThrownBy(() -> Json.line(List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no JSON form of class java.lang.Object");
    }

    private static void assertSame(Record value) throws Exception {
        var line = Json.line(value);
        assertThat(line).isEqualTo(JACKSON.writeValueAsString(value));
        assertThat(Json.parse(line, value.getClass(), "text")).isEqualTo(JACKSON.readValue(line, value.getClass()));
    }
}
