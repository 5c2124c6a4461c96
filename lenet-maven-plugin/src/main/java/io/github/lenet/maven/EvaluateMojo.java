package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.inference.EvaluateGoal;
import io.github.lenet.maven.inference.EvaluateRequest;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Measures a model on the test or the training images of the data set, prints the numbers as a table, and writes them
 * to {@code evaluate/evaluation.json} in {@code outputDirectory}.
 *
 * <p>It judges nothing, and leaves the files of {@code lenet:verify} alone.
 */
@Mojo(name = "evaluate", requiresProject = false, threadSafe = true)
public final class EvaluateMojo extends AbstractModelMojo {

    /**
     * The model to measure, from another module of this build or from its repositories:
     * {@code groupId:artifactId[:type[:classifier]]:version}, by default of the type {@code zip} and with the
     * classifier {@code lenet}. Of a range such as {@code [1,2)} it is the highest release. Not with {@code modelFile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelArtifact")
    private String modelArtifact;

    /**
     * The model to measure. The default is {@code model.zip} in {@code outputDirectory}. Not with
     * {@code modelArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelFile")
    private File modelFile;

    /**
     * The images to measure it on: {@code test}, {@code train} for those that it may have learnt from, or {@code extra}
     * for the 50,000 test images of {@code qmnist} that are not in MNIST.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.split", defaultValue = "test", required = true)
    private String split;

    @Override
    Optional<String> ownSkipReason() {
        return Optional.empty();
    }

    @Override
    void run() throws IOException, MojoExecutionException {
        var request = EvaluateRequest.of(datasetOptions(), model(modelFile, modelArtifact), split, outputDirectory());
        OutputFiles.claim(project(), mojoExecution(), request.evaluationFile());
        new EvaluateGoal(models(), datasets(), answers(), getLog()).run(request);
    }
}
