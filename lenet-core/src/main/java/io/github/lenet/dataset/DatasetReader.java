package io.github.lenet.dataset;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Makes a {@link Dataset} of a file with images and a file with their labels. */
public final class DatasetReader {

    private DatasetReader() {}

    /**
     * Reads one split.
     *
     * @param name name of the data set
     * @param split which part the files hold
     * @param imagesFile IDX file of images, as {@link #readImages} takes it
     * @param labelsFile IDX file with the labels, as {@link #readLabels} takes it
     * @param classNames name of each class
     * @return the images and labels
     * @throws IdxFormatException if a file is not such an IDX file, the counts disagree, or a label has no class
     * @throws IOException if a file is missing or cannot be read
     */
    public static Dataset read(String name, Split split, Path imagesFile, Path labelsFile, List<String> classNames)
            throws IOException {
        return read(name, split, imagesFile, labelsFile, classNames, bytes -> {});
    }

    /**
     * The same, for who waits.
     *
     * @param name name of the data set
     * @param split which part the files hold
     * @param imagesFile IDX file of images, as {@link #readImages} takes it
     * @param labelsFile IDX file with the labels, as {@link #readLabels} takes it
     * @param classNames name of each class
     * @param progress hears now and then how many more bytes of the images have been read
     * @return the images and labels
     * @throws IdxFormatException if a file is not such an IDX file, the counts disagree, or a label has no class
     * @throws IOException if a file is missing or cannot be read
     */
    public static Dataset read(
            String name, Split split, Path imagesFile, Path labelsFile, List<String> classNames, LongConsumer progress)
            throws IOException {
        var images = readImages(imagesFile, progress);
        var labels = readLabels(labelsFile);
        var count = images.layout().images();
        if (labels.length != count) {
            throw new IdxFormatException(
                    labelsFile,
                    4,
                    format(
                            "announces %d labels, but %s holds %d images; the two files do not belong together",
                            labels.length, imagesFile, count));
        }
        checkLabels(labelsFile, labels, classNames);
        var all = new Dataset(
                name,
                split.label(),
                images.layout().channels(),
                images.layout().height(),
                images.layout().width(),
                images.pixels(),
                labels,
                classNames);
        return split == Split.EXTRA ? extra(imagesFile, all) : all;
    }

    private static Dataset extra(Path imagesFile, Dataset test) throws IOException {
        if (test.size() <= Split.TEST_IMAGES_OF_MNIST) {
            throw new IdxFormatException(
                    imagesFile,
                    4,
                    format(
                            "holds %d images, but the split extra is what comes after the first %d, as in qmnist; take the split"
                                    + " test",
                            test.size(), Split.TEST_IMAGES_OF_MNIST));
        }
        return test.subset(
                IntStream.range(Split.TEST_IMAGES_OF_MNIST, test.size()).toArray(), Split.EXTRA.label());
    }

    /**
     * Reads labels: an unsigned byte for each image, or, as QMNIST has them, a row of 32-bit integers for each, of
     * which the first is the label.
     *
     * @param file the IDX file
     * @return the label of each image, 0 to 255, as unsigned bytes
     * @throws IdxFormatException if the file holds something else
     * @throws IOException if the file is missing or cannot be read
     */
    public static byte[] readLabels(Path file) throws IOException {
        var array = IdxReader.read(file);
        if (array.type() != IdxType.INT || array.dimensions().size() != 2) {
            requireLabels(file, array);
            return array.bytes();
        }
        var columns = array.dimensions().get(1);
        if (columns == 0) {
            // Checked before the labels get memory: so many rows can be announced without a byte that follows.
            throw new IdxFormatException(file, 8, "holds rows without a label");
        }
        var labels = new byte[array.dimensions().get(0)];
        for (var image = 0; image < labels.length; image++) {
            var label = (int) array.value(image * columns);
            if (label < 0 || label > 255) {
                throw new IdxFormatException(
                        file,
                        12 + 4L * image * columns,
                        format("the label of image %d is %d, but must be 0 to 255", image, label));
            }
            labels[image] = (byte) label;
        }
        return labels;
    }

    /**
     * Reads images that need no labels, for example to classify them. In an {@link ImageLayout} it says what the
     * dimensions of the file mean.
     *
     * @param file IDX file of unsigned bytes: images x rows x columns in grey; images x 3 x rows x columns, or images x
     *     rows x columns x 3, in colour
     * @return at least one image of at least one pixel
     * @throws IdxFormatException if the file is not such an IDX file, or holds no images
     * @throws IOException if the file is missing or cannot be read
     */
    public static IdxImages readImages(Path file) throws IOException {
        return readImages(file, bytes -> {});
    }

    /**
     * Reads of images only how many there are, and of which size.
     *
     * @param file IDX file of images, as {@link #readImages} takes it
     * @return what its first bytes announce
     * @throws IdxFormatException if the file does not begin as such an IDX file
     * @throws IOException if the file is missing or cannot be read
     */
    public static ImageLayout readLayout(Path file) throws IOException {
        try (var in = ContentStream.open(file)) {
            return ImageLayout.of(file, IdxReader.readHeader(file, in));
        }
    }

    private static IdxImages readImages(Path file, LongConsumer progress) throws IOException {
        var images = IdxReader.read(file, progress);
        var layout = ImageLayout.of(file, new IdxHeader(images.type(), images.dimensions()));
        layout.toPlanes(images.bytes(), 0, layout.images());
        return new IdxImages(layout, images.bytes());
    }

    private static void requireLabels(Path file, IdxArray array) throws IOException {
        if (array.type() != IdxType.UNSIGNED_BYTE || array.dimensions().size() != 1) {
            throw new IdxFormatException(
                    file,
                    2,
                    format(
                            "holds %s, but unsigned bytes are expected: one label for each image",
                            new IdxHeader(array.type(), array.dimensions()).describe()));
        }
    }

    private static void checkLabels(Path file, byte[] labels, List<String> classNames) throws IOException {
        for (var image = 0; image < labels.length; image++) {
            var label = Byte.toUnsignedInt(labels[image]);
            if (label >= classNames.size()) {
                throw new IdxFormatException(
                        file,
                        8L + image,
                        format(
                                "the label of image %d is %d, but labels go from 0 to %d",
                                image, label, classNames.size() - 1));
            }
        }
    }
}
