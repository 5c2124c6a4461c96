package io.github.lenet.maven.model;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.store.Catalog;
import io.github.lenet.store.CatalogEntry;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes a model in the formats of other libraries.
 *
 * @param models obtains the model
 * @param log where the files are named
 */
public record ExportGoal(ModelProvider models, Log log) {

    /**
     * Exports.
     *
     * @param request what to export, and where to
     * @throws IOException if the model cannot be read, or a file cannot be written
     * @throws MojoExecutionException if there is no model
     */
    public void run(ExportRequest request) throws IOException, MojoExecutionException {
        var model = models.obtain(request.model(), "export");
        var archive = model.archive();
        // Of the catalogue, and not of provenance.json, without which the bytes must be the same.
        var licence = Catalog.builtIn()
                .find(archive.model().description().dataset())
                .map(CatalogEntry::licence)
                .orElse(null);
        for (var file : request.files().entrySet()) {
            file.getKey().write(archive, licence, file.getValue());
            log.info(format("Exported %s to %s", model.name(), file.getValue()));
        }
    }
}
