package io.github.lenet.maven;

import io.github.lenet.maven.model.ModelOptions;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that hold a model against a data set: which model that is. */
public abstract class AbstractModelMojo extends AbstractOutputMojo {

    /**
     * The model, from another module of this build or from its repositories:
     * {@code groupId:artifactId[:type[:classifier]]:version}, by default of the type {@code zip} and with the
     * classifier {@code lenet}. Of a range such as {@code [1,2)} it is the highest release. Not with {@code modelFile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelArtifact")
    private @Nullable String modelArtifact;

    /**
     * The model, as a file. The default is {@code model.zip} in {@code outputDirectory}. Not with
     * {@code modelArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelFile")
    private @Nullable File modelFile;

    ModelOptions model() {
        return ModelOptions.of(modelFile, modelArtifact, outputDirectory());
    }
}
