package io.github.lenet.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JSON object that stands for a record.
 *
 * <p>Of Jackson's annotations these count, and mean what they mean to Jackson: {@link JsonProperty} names a key,
 * {@link JsonInclude} says what is left out, and {@link JsonTypeInfo} with {@link JsonSubTypes} on a sealed interface
 * names the record in a key of its own, which comes first. A record whose only component is a {@link JsonValue} stands
 * for that value, without braces of its own. {@link Nullable} says which components may be null.
 *
 * @param keys a key for each component, in declared order
 * @param tag the key that tells the record from the other ones of its interface; empty if there is no need to
 * @param constructor the canonical constructor
 */
record JsonRecord(List<Key> keys, Optional<Tag> tag, Constructor<?> constructor) {

    private static final ClassValue<JsonRecord> OF_TYPES = new ClassValue<>() {
        @Override
        protected JsonRecord computeValue(Class<?> type) {
            return inspect(type);
        }
    };

    /** The key of a component. */
    record Key(String name, Type type, Include inclusion, boolean isNullable, boolean isValue, Method accessor) {

        Object valueIn(Object container) {
            try {
                return accessor.invoke(container);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("no JSON form of " + container.getClass(), e);
            }
        }

        boolean leavesOut(Object value) {
            return inclusion == Include.NON_NULL && value == null || inclusion == Include.NON_EMPTY && isEmpty(value);
        }

        private static boolean isEmpty(Object value) {
            return value == null
                    || value instanceof Collection<?> list && list.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty()
                    || value instanceof String text && text.isEmpty()
                    || value.getClass().isArray() && Array.getLength(value) == 0;
        }
    }

    /** A key that every record of a sealed interface has, and its value in this one. */
    record Tag(String key, String value) {}

    static JsonRecord of(Class<?> type) {
        return OF_TYPES.get(type);
    }

    /** Whether it stands for its only component, without an object of its own. */
    boolean isValue() {
        return keys.size() == 1 && keys.get(0).isValue();
    }

    /** Where a key stands among the keys, or -1. */
    int indexOf(String name) {
        for (var i = 0; i < keys.size(); i++) {
            if (keys.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    Object create(Object[] components) throws InvocationTargetException {
        try {
            return constructor.newInstance(components);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonRecord inspect(Class<?> type) {
        var components = type.getRecordComponents();
        var common = Optional.ofNullable(type.getAnnotation(JsonInclude.class)).map(JsonInclude::value);
        var keys = Arrays.stream(components)
                .map(component -> key(component, common.orElse(Include.ALWAYS)))
                .toList();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new JsonRecord(keys, tag(type), constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Key key(RecordComponent component, Include common) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        var inclusion =
                annotation(component, JsonInclude.class).map(JsonInclude::value).orElse(common);
        return new Key(
                annotation(component, JsonProperty.class)
                        .map(JsonProperty::value)
                        .orElse(component.getName()),
                component.getGenericType(),
                inclusion,
                isNullable(component, inclusion),
                annotation(component, JsonValue.class).isPresent(),
                accessor);
    }

    private static boolean isNullable(RecordComponent component, Include inclusion) {
        return !component.getType().isPrimitive()
                && (inclusion != Include.ALWAYS
                        || annotation(component, Nullable.class).isPresent());
    }

    /** Jackson's annotations are made for methods and fields; the field always has those of its component. */
    private static <A extends Annotation> Optional<A> annotation(RecordComponent component, Class<A> type) {
        try {
            var field = component.getDeclaringRecord().getDeclaredField(component.getName());
            return Optional.ofNullable(field.getAnnotation(type));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Tag> tag(Class<?> type) {
        return interfaces(type)
                .filter(candidate -> candidate.isAnnotationPresent(JsonTypeInfo.class))
                .map(tagged -> new Tag(tagged.getAnnotation(JsonTypeInfo.class).property(), name(type, tagged)))
                .findFirst();
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .flatMap(parent -> Stream.concat(Stream.of(parent), interfaces(parent)));
    }

    private static String name(Class<?> type, Class<?> tagged) {
        return Arrays.stream(tagged.getAnnotation(JsonSubTypes.class).value())
                .filter(alternative -> alternative.value() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tagged + " does not name " + type))
                .name();
    }
}
