package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.inference.EvaluateGoal;
import io.github.lenet.maven.inference.EvaluateRequest;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Measures a model on the test or the training images of the data set, or what any other model has predicted, prints
 * the numbers as a table, and writes them to {@code evaluate/evaluation.json} in {@code outputDirectory}.
 *
 * <p>It judges nothing, and leaves the files of {@code lenet:verify} alone.
 */
@Mojo(name = "evaluate", requiresProject = false, threadSafe = true)
public final class EvaluateMojo extends AbstractModelMojo {

    /**
     * The images to measure it on: {@code test}, {@code train} for those that it may have learnt from, or {@code extra}
     * for the 50,000 test images of {@code qmnist} that are not in MNIST.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.split", defaultValue = "test", required = true)
    private String split;

    @Override
    void run() throws IOException, MojoExecutionException {
        var request = EvaluateRequest.of(datasetOptions(), model(), split, outputDirectory());
        OutputFiles.claim(invocation(), request.evaluationFile());
        new EvaluateGoal(models(), datasets(), onnxInferences(), output(), getLog()).run(request);
    }
}
