package io.github.lenet.report;

import io.github.lenet.model.Provenance;
import io.github.lenet.store.CatalogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model card says beside the numbers. What is unknown is null or empty, and the card says so.
 *
 * @param group who publishes the model, such as a Maven groupId, or null
 * @param version version of the model, or null
 * @param description what it is, in a sentence or two, or null
 * @param licences names of the licences of the model
 * @param intendedUse what it is for, and what not, or null
 * @param dataset what is known of the data that it was trained on, or null for data of one's own
 * @param provenance the facts of the run that made it, or null
 */
public record Publication(
        @Nullable String group,
        @Nullable String version,
        @Nullable String description,
        List<String> licences,
        @Nullable String intendedUse,
        @Nullable CatalogEntry dataset,
        @Nullable Provenance provenance) {

    /** Keeps a copy of the licences. */
    public Publication {
        licences = List.copyOf(licences);
    }

    /**
     * A model that no project publishes.
     *
     * @param intendedUse what it is for, and what not, or null
     * @return the publication, without the data and the run
     */
    public static Publication ofNobody(@Nullable String intendedUse) {
        return new Publication(null, null, null, List.of(), intendedUse, null, null);
    }

    /**
     * Adds where the model comes from.
     *
     * @param dataset what is known of the data that it was trained on, or null
     * @param provenance the facts of the run that made it, or null
     * @return the same publication with these two
     */
    public Publication madeFrom(@Nullable CatalogEntry dataset, @Nullable Provenance provenance) {
        return new Publication(group, version, description, licences, intendedUse, dataset, provenance);
    }
}
