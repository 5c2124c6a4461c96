package io.github.lenet.maven;

import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.model.ModelOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal shares that makes or measures the model of a module. */
public abstract class AbstractModelMojo extends AbstractDatasetMojo {

    /**
     * Folder for the model and the reports.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.outputDirectory", defaultValue = "${project.build.directory}/lenet", required = true)
    private File outputDirectory;

    @Override
    final Optional<String> skipReason() {
        return ownSkipReason().or(new Invocation(session(), project(), mojoExecution())::skipReason);
    }

    /** The property that skips this goal alone, and whether it is set. */
    abstract Optional<String> ownSkipReason();

    Path outputDirectory() {
        return workplace().resolve(outputDirectory);
    }

    /** The given model, or the one of this module. */
    ModelOptions model(File modelFile, String modelArtifact) {
        return ModelOptions.of(
                modelFile, modelArtifact, TrainedFiles.in(outputDirectory()).model());
    }
}
