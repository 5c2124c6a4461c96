package io.github.lenet.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that stands for a record.
 *
 * @param isTransparent whether its only component stands for the record, without an object
 * @param components the components with their keys, in declared order
 * @param tag the key that tells the record from the other ones of its sealed interface, if there is such a key
 * @param constructor the canonical constructor
 */
record JsonRecord(boolean isTransparent, List<Component> components, Optional<Tag> tag, Constructor<?> constructor) {

    private static final ClassValue<JsonRecord> OF_TYPES = new ClassValue<>() {
        @Override
        protected JsonRecord computeValue(Class<?> type) {
            return inspect(type);
        }
    };

    private static final Map<Class<?>, Object> EMPTY =
            Map.of(String.class, "", List.class, List.of(), Map.class, Map.of());

    /**
     * A component and its key.
     *
     * @param key the key as it stands in the text
     * @param type type of the value
     * @param isNullable whether the value may be null, and then missing as well
     * @param omitsEmpty whether a value that is null or empty is left out
     * @param accessor reads the value of a record
     */
    record Component(String key, Type type, boolean isNullable, boolean omitsEmpty, Method accessor) {

        @Nullable
        Object valueIn(Object container) {
            try {
                return accessor.invoke(container);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("no JSON form of " + container.getClass(), e);
            }
        }

        boolean leavesOut(@Nullable Object value) {
            return omitsEmpty && (value == null || isEmpty(value));
        }

        /** Never asks a record, whose first equals is linked when it runs: that loads dozens of classes. */
        private boolean isEmpty(Object value) {
            var empty = EMPTY.get(accessor.getReturnType());
            return empty != null && empty.equals(value);
        }

        /** What a missing key stands for where the value may not be null; nothing if it may not be missing either. */
        Optional<Object> valueIfMissing() {
            return omitsEmpty ? Optional.ofNullable(EMPTY.get(accessor.getReturnType())) : Optional.empty();
        }
    }

    /** A key that every record of a sealed interface has, and its value in this one. */
    record Tag(String key, String value) {}

    static JsonRecord of(Class<?> type) {
        return OF_TYPES.get(type);
    }

    /** The record of a sealed interface that has this value in the key of its tag. */
    static Optional<JsonRecord> tagged(Class<?> sealed, @Nullable String value) {
        return records(sealed)
                .filter(type -> tagValue(type).equals(value))
                .findFirst()
                .map(JsonRecord::of);
    }

    /** Where a key stands among the components, or -1. */
    int indexOf(String key) {
        for (var i = 0; i < components.size(); i++) {
            if (components.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    Object create(@Nullable Object[] values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonRecord inspect(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new JsonRecord(
                    type.isAnnotationPresent(Transparent.class),
                    Arrays.stream(components).map(JsonRecord::component).toList(),
                    tag(type),
                    constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Component component(RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        var key = component.getAnnotation(Key.class);
        return new Component(
                key == null ? component.getName() : key.value(),
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(OmitEmpty.class),
                accessor);
    }

    private static Optional<Tag> tag(Class<?> type) {
        return interfaces(type)
                .map(parent -> parent.getAnnotation(Key.class))
                .filter(Objects::nonNull)
                .map(key -> new Tag(key.value(), tagValue(type)))
                .findFirst();
    }

    private static String tagValue(Class<?> type) {
        var name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .flatMap(parent -> Stream.concat(Stream.of(parent), interfaces(parent)));
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type));
    }
}
