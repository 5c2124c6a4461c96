package io.github.lenet.maven;

import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.onnx.OnnxOutput;
import java.io.File;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that hold a model against a data set: which model that is, or what it answered. */
public abstract class AbstractModelMojo extends AbstractOutputMojo {

    /**
     * How many rows {@code predictionsFile} must have, so that a file which was cut short does not pass. It is not
     * needed where {@code dataset} names the images.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.expectedRows")
    private @Nullable Integer expectedRows;

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
     * What any other model answered, in the place of a model: a CSV with the columns {@code label} and
     * {@code predicted}, or {@code label} and {@code p_<class>} for each class. It is held against the test images if
     * {@code dataset} is set, and else needs no images. Not with {@code modelFile} or {@code modelArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.predictionsFile")
    private @Nullable File predictionsFile;

    /**
     * What stands between two values of a file of predictions: one character, such as {@code ;}, or the word
     * {@code tab}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.predictionsSeparator", defaultValue = ",", required = true)
    private String predictionsSeparator;

    ModelOptions model() {
        return ModelOptions.of(modelFile, modelArtifact, predictions(predictionsFile, expectedRows), outputDirectory());
    }

    /** Lets the model answer if it is in an ONNX file. */
    OnnxInferences onnxInferences() {
        return inferences(
                OnnxInput.of(onnxLayout, onnxMean, onnxStandardDeviation),
                OnnxOutput.named(onnxOutput),
                jdkToolchain,
                jvmArgs,
                outputDirectory().resolve("onnx"));
    }

    /** A file of predictions, if there is one. */
    @Nullable
    PredictionsOptions predictions(@Nullable File file, @Nullable Integer rows) {
        return PredictionsOptions.of(
                file, predictionsSeparator, rows, namesDataset(), workplace().folder());
    }
}
