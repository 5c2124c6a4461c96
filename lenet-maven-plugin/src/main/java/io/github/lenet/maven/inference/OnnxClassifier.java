package io.github.lenet.maven.inference;

import io.github.lenet.answer.EvaluationException;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.model.Classification;
import io.github.lenet.network.Shape;
import io.github.lenet.onnx.OnnxAnswers;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.picture.ImageSize;
import io.github.lenet.prediction.ImageClassifier;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A network in an ONNX file that classifies images of which nobody knows the classes.
 *
 * @param file the network
 * @param image the images that it takes
 * @param classNames the classes that it tells apart
 * @param inferences lets it answer
 */
record OnnxClassifier(OnnxFile file, Shape image, List<String> classNames, OnnxInferences inferences)
        implements ImageClassifier {

    /** What Maven holds in memory until the next process is started for it. */
    private static final int BYTES_AT_A_TIME = 32 << 20;

    /** Takes a network that says itself which images it wants, but for their size, if that is named. */
    static OnnxClassifier of(OnnxFile file, OnnxInferences inferences, @Nullable ImageSize size)
            throws EvaluationException {
        return new OnnxClassifier(
                file, OnnxAnswers.image(file, inferences.input(), size), OnnxAnswers.classNames(file), inferences);
    }

    @Override
    public int imagesAtATime() {
        return Math.max(1, BYTES_AT_A_TIME / image.size());
    }

    @Override
    public List<Classification> classify(byte[] pixels) throws IOException {
        var classes = classNames.size();
        var probabilities = probabilities(pixels);
        return IntStream.range(0, pixels.length / image.size())
                .mapToObj(i -> Arrays.copyOfRange(probabilities, i * classes, (i + 1) * classes))
                .map(ofImage -> Classification.of(ofImage, classNames))
                .toList();
    }

    private float[] probabilities(byte[] pixels) throws IOException {
        try {
            return inferences.probabilities(file, "to classify", image, pixels, classNames.size());
        } catch (MojoExecutionException e) {
            // The same sentence: a file of answers that is being written knows no exception of Maven.
            throw new IOException(e.getMessage(), e);
        }
    }
}
