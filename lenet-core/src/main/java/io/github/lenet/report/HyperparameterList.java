package io.github.lenet.report;

import io.github.lenet.json.Json;
import io.github.lenet.recipe.Hyperparameters;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        try {
            Map<?, ?> tree = Json.parse(Json.line(hyperparameters), Map.class, "the hyperparameters");
            return tree.entrySet().stream()
                    .map(entry -> new Entry(entry.getKey().toString(), text(entry.getValue())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object value) {
        return value instanceof Double number ? Numbers.plain(number) : value.toString();
    }
}
