package io.github.lenet.report;

import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.text.Formatting;
import java.util.List;
import java.util.Map;

/** Hyperparameters as names and values, in the order and under the names of {@code lenet.json}. */
public final class HyperparameterList {

    private HyperparameterList() {}

    /**
     * One hyperparameter.
     *
     * @param name its name, as in a POM
     * @param value its value
     */
    public record Entry(String name, String value) {}

    /**
     * Lists hyperparameters.
     *
     * @param hyperparameters what the user chose
     * @return all of them, numbers with all their digits and without an exponent
     */
    public static List<Entry> of(Hyperparameters hyperparameters) {
        return of(hyperparameters.values());
    }

    /**
     * Lists some hyperparameters.
     *
     * @param values texts and numbers by the names of hyperparameters
     * @return all of them, in their order, numbers with all their digits and without an exponent
     */
    public static List<Entry> of(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), text(entry.getValue())))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof Double number ? Formatting.plain(number) : value.toString();
    }
}
