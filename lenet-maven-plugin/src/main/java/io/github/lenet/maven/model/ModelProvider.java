package io.github.lenet.maven.model;

import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.maven.artifact.BuildArtifacts;
import io.github.lenet.maven.artifact.Resolution.Found;
import io.github.lenet.maven.artifact.Resolution.Missing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Gets models for the goals of one module.
 *
 * @param artifacts finds models by their coordinates
 * @param log where the version of an artifact is named
 */
public record ModelProvider(BuildArtifacts artifacts, Log log) {

    /**
     * Gets a model, before anything else is downloaded for it.
     *
     * @param options which one
     * @param goal the goal that needs it, such as {@code verify}
     * @return the model
     * @throws NoModelException if there is none; the message says how to get one
     * @throws MojoExecutionException if a repository cannot be asked, so that nobody knows
     */
    public ModelFile obtain(ModelOptions options, String goal) throws MojoExecutionException {
        if (options.artifact() != null) {
            return obtain(options.artifact(), goal);
        }
        var file = Objects.requireNonNull(options.file(), "a model is a file or an artifact");
        if (!Files.exists(file)) {
            throw new NoModelException(
                    goal,
                    file + " does not exist",
                    "Train one first with `mvn lenet:train lenet:" + goal
                            + "`, or name another with <modelFile> (-Dlenet.modelFile)" + " or <modelArtifact>.");
        }
        return ModelFile.of(file);
    }

    private ModelFile obtain(ArtifactReference reference, String goal) throws MojoExecutionException {
        var resolution = artifacts.find(reference);
        if (resolution instanceof Missing missing) {
            throw new NoModelException(
                    goal,
                    missing.reason(),
                    "Correct <modelArtifact> (-Dlenet.modelArtifact), or deploy that model first.");
        }
        var found = (Found) resolution;
        log.info("Model: " + found.coordinates());
        return new ModelFile(found.coordinates(), found.file(), provenance(reference, found));
    }

    /** What belongs to a model is published beside it; a model without it is a model all the same. */
    private @Nullable Path provenance(ArtifactReference reference, Found model) {
        try {
            return artifacts.find(reference.companion("json", "-provenance", model.version())) instanceof Found found
                    ? found.file()
                    : null;
        } catch (MojoExecutionException e) {
            log.debug(e);
            return null;
        }
    }
}
