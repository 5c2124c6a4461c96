package io.github.lenet.report;

import io.github.lenet.model.Provenance;
import io.github.lenet.store.CatalogEntry;
import java.util.List;
import java.util.Objects;

/**
 * What a model card says beside the numbers. Whatever nobody stated is null or empty, and the card says so.
 *
 * @param group who publishes the model, such as a Maven groupId
 * @param version version of the model
 * @param description what it is, in a sentence or two, or null
 * @param licences names of the licences of the model
 * @param intendedUse what it is for, and what not, or null
 * @param dataset what is known of the data that it was trained on, or null for data of one's own
 * @param provenance the facts of the run that made it, or null
 */
public record Publication(
    String group,
    String version,
    String description,
    List<String> licences,
    String intendedUse,
    CatalogEntry dataset,
    Provenance provenance) {

  /** Requires the names, and keeps a copy of the licences. */
  public Publication {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(version, "version");
    licences = List.copyOf(licences);
  }

  /**
   * Adds where the model comes from.
   *
   * @param dataset what is known of the data that it was trained on, or null
   * @param provenance the facts of the run that made it, or null
   * @return the same publication with these two
   */
  public Publication madeFrom(CatalogEntry dataset, Provenance provenance) {
    return new Publication(group, version, description, licences, intendedUse, dataset, provenance);
  }
}
