package io.github.lenet.recipe;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.parameter.Spelling;
import io.github.lenet.text.Formatting;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of hyperparameters, and what holds for all of them alike.
 *
 * @param list the entries, in the order in which they are written
 */
record KnownHyperparameters(List<Hyperparameter<?>> list) {

    List<String> names() {
        return list.stream().map(Hyperparameter::name).toList();
    }

    /**
     * Reads what people write.
     *
     * @param written texts, or numbers, by the names of hyperparameters; one that is null counts as not written
     * @return the value of every hyperparameter: that of its text, or else the default that goes with the others
     * @throws InvalidParameterException if a text is no value of its hyperparameter; it knows the default
     * @throws IllegalArgumentException if there is no hyperparameter of a name
     */
    Map<String, Object> parse(Map<String, ?> written) {
        requireKnown(written.keySet());
        var values = new LinkedHashMap<String, Object>();
        list.forEach(hyperparameter -> values.put(hyperparameter.name(), parse(hyperparameter, written)));
        return values;
    }

    private Object parse(Hyperparameter<?> hyperparameter, Map<String, ?> written) {
        var text = written.get(hyperparameter.name());
        if (text == null) {
            return standard(hyperparameter, written);
        }
        try {
            return hyperparameter.parse(text.toString());
        } catch (InvalidParameterException e) {
            var standard = standard(hyperparameter, written);
            throw new InvalidParameterException(
                    e.parameter(),
                    e.value(),
                    e.reason(),
                    standard instanceof Double number ? Formatting.plain(number) : standard.toString());
        }
    }

    private Object standard(Hyperparameter<?> hyperparameter, Map<String, ?> written) {
        return hyperparameter.standard().apply(other -> parse(named(other), written));
    }

    /**
     * Checks values as a file has them.
     *
     * @param values values by the names of hyperparameters
     * @return the same in the order of the list, without those that are neutral
     * @throws InvalidParameterException if a value is none of its hyperparameter
     * @throws IllegalArgumentException if there is no hyperparameter of a name, or if one without a neutral value is
     *     missing
     */
    Map<String, Object> check(Map<String, ?> values) {
        requireKnown(values.keySet());
        var written = new LinkedHashMap<String, Object>();
        for (var hyperparameter : list) {
            var value = value(hyperparameter.name(), values);
            if (!value.equals(hyperparameter.neutral())) {
                written.put(hyperparameter.name(), value);
            }
        }
        return Collections.unmodifiableMap(written);
    }

    /**
     * The value of one of them.
     *
     * @param name its name
     * @param values values by the names of hyperparameters
     * @return that value, or the neutral one where it is left out
     * @throws IllegalArgumentException if there is none
     */
    Object value(String name, Map<String, ?> values) {
        var hyperparameter = named(name);
        if (values.containsKey(name)) {
            return hyperparameter.of(values.get(name));
        }
        if (hyperparameter.neutral() == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return hyperparameter.neutral();
    }

    private Hyperparameter<?> named(String name) {
        return list.stream()
                .filter(hyperparameter -> hyperparameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the hyperparameter " + name + " " + Spelling.unknown(name, names())));
    }

    private void requireKnown(Collection<String> names) {
        names.forEach(this::named);
    }
}
