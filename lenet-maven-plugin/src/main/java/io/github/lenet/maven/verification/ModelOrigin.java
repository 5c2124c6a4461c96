package io.github.lenet.maven.verification;

import io.github.lenet.model.Classifier;
import io.github.lenet.model.Provenance;
import io.github.lenet.report.Publication;
import io.github.lenet.store.Catalog;
import java.util.List;
import java.util.Objects;
import org.apache.maven.model.License;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Collects what a model card says of a project, its data and its training. */
public final class ModelOrigin {

    private ModelOrigin() {}

    /**
     * What the POM says.
     *
     * @param project the module that publishes the model
     * @param intendedUse what the model is for, or null
     * @return the publication, without the data and the run
     */
    public static Publication publication(MavenProject project, @Nullable String intendedUse) {
        List<String> licences = project.getLicenses().stream()
                .map(License::getName)
                .filter(Objects::nonNull)
                .map(String::strip)
                .toList();
        return new Publication(
                project.getGroupId(),
                project.getVersion(),
                stripped(project.getDescription()),
                licences,
                stripped(intendedUse),
                null,
                null);
    }

    /** Adds what is known of the data, and of the run, if that is not null. */
    static Publication complete(Publication publication, Classifier model, @Nullable Provenance run) {
        return publication.madeFrom(
                Catalog.builtIn().find(model.description().dataset()).orElse(null), run);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
