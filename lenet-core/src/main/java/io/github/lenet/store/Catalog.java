package io.github.lenet.store;

import io.github.lenet.dataset.Split;
import io.github.lenet.json.Json;
import io.github.lenet.recipe.TrainingData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The data sets that are known by name, with the digests that their files must have.
 *
 * @param datasets every known data set, the default first
 */
public record Catalog(List<CatalogEntry> datasets) {

    /** Makes the list unmodifiable. */
    public Catalog {
        datasets = List.copyOf(datasets);
    }

    /**
     * Reads the catalogue that comes with this library, {@code catalog.json} beside this class.
     *
     * @return the catalogue
     */
    public static Catalog builtIn() {
        try (var in = Catalog.class.getResourceAsStream("catalog.json")) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), Catalog.class, "catalog.json");
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue in this library cannot be read", e);
        }
    }

    /**
     * Looks up a data set.
     *
     * @param name its name in a POM
     * @return the entry, or empty for an unknown name
     */
    public Optional<CatalogEntry> find(String name) {
        return datasets.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /**
     * Looks up what a model was trained on. Other data of the same name is not found, and so gets no licence that it
     * does not have.
     *
     * @param data the data, known by its content
     * @return the entry, or empty unless each file of the training set is that of the entry
     */
    public Optional<CatalogEntry> find(TrainingData data) {
        return find(data.name()).filter(entry -> entry.sha256(Split.TRAIN).equals(data.sha256()));
    }

    /**
     * The known names.
     *
     * @return every name, the default first
     */
    public List<String> names() {
        return datasets.stream().map(CatalogEntry::name).toList();
    }
}
