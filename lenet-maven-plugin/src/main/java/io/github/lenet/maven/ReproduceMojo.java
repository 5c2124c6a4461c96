package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.training.ReproduceGoal;
import io.github.lenet.maven.training.ReproduceRequest;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model again from the description in its archive, and fails the build unless the result has the same bytes;
 * it then says what differs first.
 *
 * <p>The hyperparameters are those of the archive, whatever the POM says. It trains on the processor, into the folder
 * {@code reproduce} in {@code outputDirectory}.
 */
@Mojo(name = "reproduce", requiresProject = false, threadSafe = true)
public final class ReproduceMojo extends AbstractTrainingMojo {

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

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        var request = request();
        OutputFiles.claim(invocation(), request.outputDirectory());
        new ReproduceGoal(models(), datasets(), training(), getLog()).run(request);
    }

    private ReproduceRequest request() throws MojoExecutionException {
        return new ReproduceRequest(
                ModelOptions.of(modelFile, modelArtifact, outputDirectory()),
                datasetOptions(),
                initialModel(),
                workerOptions(),
                build(),
                outputDirectory().resolve("reproduce"));
    }
}
