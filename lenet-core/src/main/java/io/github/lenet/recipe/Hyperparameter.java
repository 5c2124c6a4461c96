package io.github.lenet.recipe;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the one list of {@link Hyperparameters}: how its values are read and checked, and which it has where
 * nobody sets it.
 *
 * @param name its name, as in the POM and in {@code lenet.json}
 * @param type type of its values: {@link String}, {@link Long} or {@link Double}
 * @param parser makes a value of a text, or throws a {@link NumberFormatException}
 * @param form what a text or a value of another type must be: {@code must be a whole number from 1 to 10000}
 * @param check throws an {@link InvalidParameterException} for a value that is out of its range
 * @param standard the default
 * @param neutral the value with which a training is as if there were no such hyperparameter. It is not written, so that
 *     a model from before there was one keeps its fingerprint. Null if every value is written
 * @param <T> the type of its values
 */
record Hyperparameter<T>(
        String name,
        Class<T> type,
        Function<String, T> parser,
        String form,
        Consumer<T> check,
        Function<Others, T> standard,
        @Nullable T neutral) {

    /** The values of the other hyperparameters, which a default may depend on. */
    interface Others {

        /** The value of a hyperparameter, be it set or the default. */
        Object value(String name);
    }

    /** One of a few names, which a method refuses if it does not know them. */
    static Hyperparameter<String> choice(String name, Consumer<String> named, Function<Others, String> standard) {
        return new Hyperparameter<>(name, String.class, text -> text, "must be a text", named, standard, null);
    }

    /** A whole number, with both ends of its range. */
    static Hyperparameter<Long> wholeNumber(String name, long lowest, long highest, Function<Others, Long> standard) {
        var form = format("must be a whole number from %d to %d", lowest, highest);
        return new Hyperparameter<>(
                name,
                Long.class,
                Long::valueOf,
                form,
                value -> require(value >= lowest && value <= highest, name, value, form),
                standard,
                null);
    }

    /** A number; the range in words continues "must be", and is false for NaN. */
    static Hyperparameter<Double> number(
            String name, String rangeInWords, DoublePredicate range, Function<Others, Double> standard) {
        return new Hyperparameter<>(
                name,
                Double.class,
                Double::valueOf,
                "must be a number such as 0.01 or 1e-3, " + rangeInWords,
                value -> require(range.test(value), name, value, "must be " + rangeInWords),
                standard,
                null);
    }

    /** The same, with a value that is as if there were no such hyperparameter. */
    Hyperparameter<T> neutralAt(T value) {
        return new Hyperparameter<>(name, type, parser, form, check, standard, value);
    }

    /** Reads a value as people write it. */
    T parse(String text) {
        try {
            return checked(parser.apply(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidParameterException(name, text, form);
        } catch (InvalidParameterException e) {
            // With the text: 0, not 0.0.
            throw new InvalidParameterException(name, text, e.reason());
        }
    }

    /** Takes a value as JSON has it, which knows no difference between whole numbers of 32 and of 64 bits. */
    T of(Object value) {
        var number = value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : value;
        if (type == Double.class && number instanceof Long whole) {
            return checked(type.cast(whole.doubleValue()));
        }
        if (!type.isInstance(number)) {
            throw new InvalidParameterException(name, value, form);
        }
        return checked(type.cast(number));
    }

    private T checked(T value) {
        check.accept(value);
        return value;
    }

    private static void require(boolean isInRange, String name, Object value, String reason) {
        if (!isInRange) {
            throw new InvalidParameterException(name, value, reason);
        }
    }
}
