package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.network.Shape;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answers of a network in an ONNX file. */
public final class OnnxAnswers {

    private static final int LONGEST_SIDE = 1024;
    private static final int MOST_CLASSES = 10_000;

    private OnnxAnswers() {}

    /**
     * Makes answers of what the network gave.
     *
     * @param file the network
     * @param name what reports call it
     * @param configuration how it was used, by the names of the parameters in the POM
     * @param images the images that it was given
     * @param probabilities for each of them the probability of each class
     * @return the answers, in the order of the images
     */
    public static Answers of(
            OnnxFile file, String name, Map<String, String> configuration, Dataset images, float[] probabilities) {
        return Answers.ofProbabilities(
                new ModelSummary(
                        ModelSummary.ONNX,
                        name,
                        file.sha256(),
                        null,
                        null,
                        (long) file.bytes().length,
                        null,
                        null,
                        configuration),
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
     * @throws InvalidParameterException if the user gave numbers for other channels
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

    /**
     * The images that a network takes, where no data set says it.
     *
     * @param file the network
     * @param input how it wants its images
     * @param size the size that they are to have if the graph leaves it open, or null
     * @return the shape of an image
     * @throws EvaluationException if nobody says it, or pictures cannot be made into such images
     * @throws InvalidParameterException if the graph does not take that size, or the user gave numbers for other
     *     channels
     */
    public static Shape image(OnnxFile file, OnnxInput input, @Nullable ImageSize size) throws EvaluationException {
        var sizes = new ArrayList<>(file.input().sizes().subList(1, 4));
        var expected = GraphValue.describe(sizes);
        var channels = sizes.remove(input.layout().channels());
        if (channels == GraphValue.ANY) {
            throw new EvaluationException(format(
                    "%s leaves the channels of an image open (%s), and only a data set tells them",
                    file.file(), expected));
        }
        if (channels != 1 && channels != 3) {
            throw new EvaluationException(format(
                    "%s expects images of %s, which is no picture of 1 or 3 channels if the layout is %s; <onnxLayout>"
                            + " (-Dlenet.onnxLayout) may be another",
                    file.file(), expected, input.layout()));
        }
        if (sizes.contains(GraphValue.ANY)) {
            if (size == null) {
                throw new EvaluationException(format(
                        "%s leaves the size of an image open (%s); set the one that it was trained on with <imageSize>,"
                                + " for example -Dlenet.imageSize=224 or -Dlenet.imageSize=48x192",
                        file.file(), expected));
            }
            if (!allows(file.input(), input.layout().sizes(channels, size.height(), size.width()))) {
                throw new InvalidParameterException(
                        "imageSize", size, "does not fit " + file.file() + ", which expects " + expected);
            }
            sizes = new ArrayList<>(List.of((long) size.height(), (long) size.width()));
        }
        if (sizes.stream().anyMatch(length -> length > LONGEST_SIDE)) {
            throw new EvaluationException(format(
                    "%s expects images of %s, but a picture is made into at most %d rows and columns",
                    file.file(), expected, LONGEST_SIDE));
        }
        input.requireFitting(channels.intValue());
        return new Shape(
                channels.intValue(), sizes.get(0).intValue(), sizes.get(1).intValue());
    }

    /**
     * The classes of a network, if no data set names them.
     *
     * @param file the network
     * @return what the file calls them, as {@code lenet:export} writes it; else their numbers, from 0
     * @throws EvaluationException if nobody knows how many there are
     */
    public static List<String> classNames(OnnxFile file) throws EvaluationException {
        var names = file.classNames();
        if (names.size() > 1 && file.output().allows(1, names.size())) {
            return names;
        }
        var classes = file.output().sizes().get(1);
        if (classes < 2 || classes > MOST_CLASSES) {
            throw new EvaluationException(format(
                    "%s gives %s numbers for an image, but without a data set there must be 2 to %d, one for each class",
                    file.file(), GraphValue.describe(List.of(classes)), MOST_CLASSES));
        }
        return IntStream.range(0, classes.intValue()).mapToObj(String::valueOf).toList();
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
                : adviceOnPictures(file, layout, images);
    }

    /** How a folder of pictures would become images that the network takes; nothing if it takes no pictures. */
    private static String adviceOnPictures(OnnxFile file, OnnxLayout layout, Dataset images) {
        var sizes = new ArrayList<>(file.input().sizes().subList(1, 4));
        var channels = sizes.remove(layout.channels());
        var height = sizes.get(0) == GraphValue.ANY ? images.height() : sizes.get(0);
        var width = sizes.get(1) == GraphValue.ANY ? images.width() : sizes.get(1);
        var colour = channels == GraphValue.ANY ? images.channels() : channels;
        if ((colour != 1 && colour != 3) || Math.max(height, width) > LONGEST_SIDE) {
            return "";
        }
        return format(
                "; pictures in a <dataDirectory> become such images with -Dlenet.imageColour=%s -Dlenet.imageSize=%sx%s",
                ImageColour.of((int) colour), height, width);
    }
}
