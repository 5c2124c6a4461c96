package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.dataset.Pictures;
import io.github.lenet.maven.inference.PredictGoal;
import io.github.lenet.maven.inference.PredictRequest;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.prediction.PredictionFormat;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Classifies images, and prints the class of each one with its probability, and the runner-up.
 *
 * <p>It needs no data set and no project.
 */
@Mojo(name = "predict", requiresProject = false, aggregator = true, threadSafe = true)
public final class PredictMojo extends AbstractLenetMojo {

    /**
     * The form of the answers: {@code table}, {@code csv}, or {@code json} for an array with an object on each line.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.format", defaultValue = "table", required = true)
    private String format;

    /**
     * What is done to a picture: {@code centre}, as MNIST does with a digit, or {@code resize}, as a whole. The default
     * is what was done to the pictures that the model was trained on; for a model of IDX files it is {@code centre}, or
     * {@code resize} if they are in colour. A model in colour takes the colours of a picture, any other makes it grey.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.imagePreparation")
    private @Nullable String imagePreparation;

    /**
     * The images: files, folders and globs such as <code>digits/*.png</code>, separated by commas; relative ones start
     * from the project, or from the working directory where there is none. A picture (PNG, JPEG, GIF or BMP) shows one
     * digit, dark on light or light on dark; an IDX file, plain or compressed with gzip, holds any number of images, of
     * the size that the model takes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.images")
    private @Nullable List<String> images;

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

    /**
     * Folder of the model, unless {@code modelFile} or {@code modelArtifact} names it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.outputDirectory", defaultValue = "${project.build.directory}/lenet", required = true)
    private File outputDirectory;

    /**
     * A file for the answers, which then do not go to the log.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.outputFile")
    private @Nullable File outputFile;

    @Override
    void run() throws IOException, MojoExecutionException {
        if (outputFile != null) {
            OutputFiles.claim(invocation(), outputFile.toPath());
        }
        new PredictGoal(models(), output(), getLog())
                .run(new PredictRequest(
                        model(),
                        images == null ? List.of() : images,
                        workplace().folder(),
                        imagePreparation == null ? null : Pictures.preparation(imagePreparation),
                        PredictionFormat.named(format),
                        outputFile == null ? null : outputFile.toPath()));
    }

    private ModelOptions model() {
        return ModelOptions.of(modelFile, modelArtifact, workplace().resolve(outputDirectory));
    }
}
