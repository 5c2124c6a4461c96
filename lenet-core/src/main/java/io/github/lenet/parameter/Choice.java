package io.github.lenet.parameter;

import java.util.List;
import java.util.function.Function;

/**
 * The values that a parameter may have.
 *
 * @param parameter name of the parameter, as in the POM: {@code schedule}
 * @param values every value, in the order to show them
 * @param name the name of a value, as in the POM
 * @param <T> type of the values
 */
public record Choice<T>(String parameter, List<T> values, Function<T, String> name) {

    /**
     * The value with a name.
     *
     * @param text the name, as the user wrote it
     * @return the value
     * @throws InvalidParameterException if there is none of that name; it lists those that there are, and says which
     *     one may be meant
     */
    public T named(String text) {
        return values.stream()
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidParameterException(parameter, text, Spelling.unknown(text, names())));
    }

    /**
     * The names of all values.
     *
     * @return the names, as in the POM
     */
    public List<String> names() {
        return values.stream().map(name).toList();
    }
}
