package io.github.lenet.maven;

import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.dataset.Pictures;
import io.github.lenet.maven.inference.PredictGoal;
import io.github.lenet.maven.inference.PredictRequest;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.onnx.OnnxOutput;
import io.github.lenet.prediction.PredictionFormat;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Classifies images, and prints the class of each one with its probability, and the runner-up.
 *
 * <p>It needs no data set and no project. A network in an ONNX file is computed by ONNX Runtime in a process of its
 * own, and names its classes by their numbers unless {@code lenet:export} has written it.
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
     * Size of the images for a network in an ONNX file that leaves it open: pixels a side, such as {@code 224}, or
     * height x width, such as {@code 48x192}. Any other model says itself which it takes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.imageSize")
    private @Nullable String imageSize;

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
     * Requirements on the JDK that computes a network in an ONNX file, if it is to be another one of your
     * {@code toolchains.xml} than the build uses, for example {@code <version>21</version>}. Without it, the toolchain
     * that maven-toolchains-plugin chose is used, and without one the JDK that runs Maven.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> jdkToolchain;

    /**
     * Arguments for the JVM that computes a network in an ONNX file, such as {@code -Xmx2g}; its heap is 1 GB unless
     * you say otherwise. An argument with white space is put in quotes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.jvmArgs")
    private @Nullable String jvmArgs;

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
     * The model, as a file: a {@code model.zip} of {@code lenet:train}, or an ONNX file. The default is
     * {@code model.zip} in {@code outputDirectory}. Not with {@code modelArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelFile")
    private @Nullable File modelFile;

    /**
     * The order in which a network in an ONNX file takes the pixels of an image: {@code nchw}, channels, rows and
     * columns, as in PyTorch; or {@code nhwc}, rows, columns and channels, as in TensorFlow.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.onnxLayout", defaultValue = "nchw", required = true)
    private String onnxLayout;

    /**
     * What a network in an ONNX file wants to be subtracted from a pixel, which is from 0 to 1: one number, or one for
     * each channel, separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.onnxMean", defaultValue = "0", required = true)
    private String onnxMean;

    /**
     * What the outputs of a network in an ONNX file are: {@code probabilities}, {@code logits}, or {@code auto}:
     * probabilities if those of every image are from 0 to 1 with the sum 1, and logits if one is not from 0 to 1.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.onnxOutput", defaultValue = "auto", required = true)
    private String onnxOutput;

    /**
     * What a network in an ONNX file wants a pixel to be divided by, after {@code onnxMean} was subtracted: one number,
     * or one for each channel, separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.onnxStandardDeviation", defaultValue = "1", required = true)
    private String onnxStandardDeviation;

    /**
     * Folder of the model, unless {@code modelFile} or {@code modelArtifact} names it, and of what a process leaves
     * that computes a network in an ONNX file.
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
        new PredictGoal(models(), onnxInferences(), output(), getLog())
                .run(new PredictRequest(
                        model(),
                        images == null ? List.of() : images,
                        workplace().folder(),
                        imageSize == null ? null : Pictures.size(imageSize),
                        imagePreparation == null ? null : Pictures.preparation(imagePreparation),
                        PredictionFormat.named(format),
                        outputFile == null ? null : outputFile.toPath()));
    }

    private ModelOptions model() {
        return ModelOptions.of(modelFile, modelArtifact, workplace().resolve(outputDirectory));
    }

    private OnnxInferences onnxInferences() {
        return inferences(
                OnnxInput.of(onnxLayout, onnxMean, onnxStandardDeviation),
                OnnxOutput.named(onnxOutput),
                jdkToolchain,
                jvmArgs,
                workplace().resolve(outputDirectory).resolve("onnx"));
    }
}
