package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.dataset.SlicesOptions;
import io.github.lenet.maven.inference.EvaluateGoal;
import io.github.lenet.maven.inference.EvaluateRequest;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Measures a model on the test or the training images of the data set, or what any other model has predicted, prints
 * the numbers as a table, and writes them to {@code evaluate/evaluation.json} in {@code outputDirectory}.
 *
 * <p>It judges nothing, and leaves the files of {@code lenet:verify} alone.
 */
@Mojo(name = "evaluate", requiresProject = false, threadSafe = true)
public final class EvaluateMojo extends AbstractModelMojo {

    /**
     * A CSV that says which images have something in common beside their class, such as who wrote them: its first
     * column is the {@code index} of an image, the {@code id} of a row of {@code predictionsFile}, or the {@code file}
     * of a picture, and each further column a property. The images with the same value are measured for themselves as
     * well.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.slices")
    private @Nullable File slices;

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
        var request = EvaluateRequest.of(
                datasetOptions(),
                model(),
                split,
                SlicesOptions.of(slices, workplace().folder()),
                outputDirectory());
        OutputFiles.claim(invocation(), request.evaluationFile());
        new EvaluateGoal(models(), datasets(), onnxInferences(), output(), getLog()).run(request);
    }
}
