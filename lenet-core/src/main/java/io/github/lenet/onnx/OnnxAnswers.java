package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.dataset.Dataset;
import java.util.List;
import java.util.stream.IntStream;

/** The answers of a network in an ONNX file. */
public final class OnnxAnswers {

    private OnnxAnswers() {}

    /**
     * Makes answers of what the network gave.
     *
     * @param file the network
     * @param name what reports call it
     * @param images the images that it was given
     * @param probabilities for each of them the probability of each class
     * @return the answers, in the order of the images
     */
    public static Answers of(OnnxFile file, String name, Dataset images, float[] probabilities) {
        return Answers.ofProbabilities(
                new ModelSummary(
                        ModelSummary.ONNX, name, file.sha256(), null, null, (long) file.bytes().length, null, null),
                new DatasetSummary(images.name(), images.split(), images.size()),
                images.classNames(),
                IntStream.range(0, images.size()).map(images::label).toArray(),
                probabilities);
    }

    /**
     * Refuses images that the graph does not take, or whose classes it does not know, before anything is computed.
     *
     * @param file the network
     * @param input how it wants its images
     * @param images the images
     * @throws EvaluationException if shapes or classes differ, or there are no images
     * @throws io.github.lenet.parameter.InvalidParameterException if the user gave numbers for other channels
     */
    public static void requireFitting(OnnxFile file, OnnxInput input, Dataset images) throws EvaluationException {
        var title = images.name() + " " + images.split();
        if (images.size() == 0) {
            throw new EvaluationException(title + " holds no images, so there is nothing to measure a model on");
        }
        input.requireFitting(images.channels());
        var sizes = sizes(input.layout(), images);
        if (!allows(file.input(), sizes)) {
            throw new EvaluationException(format(
                    "%s expects %s, the data set %s has %s%s",
                    file.file(),
                    GraphValue.describe(file.input().sizes().subList(1, 4)),
                    title,
                    GraphValue.describe(sizes),
                    advice(file, input.layout(), images)));
        }
        if (!file.output().allows(1, images.classNames().size())) {
            throw new EvaluationException(format(
                    "%s gives %d numbers for an image, but %s has %d classes",
                    file.file(),
                    file.output().sizes().get(1),
                    title,
                    images.classNames().size()));
        }
    }

    private static List<Long> sizes(OnnxLayout layout, Dataset images) {
        return layout.sizes(images.channels(), images.height(), images.width());
    }

    private static boolean allows(GraphValue input, List<Long> sizes) {
        return IntStream.range(0, sizes.size()).allMatch(i -> input.allows(i + 1, sizes.get(i)));
    }

    private static String advice(OnnxFile file, OnnxLayout layout, Dataset images) {
        var other = layout == OnnxLayout.NCHW ? OnnxLayout.NHWC : OnnxLayout.NCHW;
        return allows(file.input(), sizes(other, images))
                ? format("; set <onnxLayout>%1$s</onnxLayout> (-Dlenet.onnxLayout=%1$s)", other)
                : "";
    }
}
