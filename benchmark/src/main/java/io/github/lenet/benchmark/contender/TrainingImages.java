package io.github.lenet.benchmark.contender;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The training images of MNIST in the forms that the contenders take. */
final class TrainingImages {

    private static final int CLASSES = 10;

    private final Dataset dataset;

    private TrainingImages(Dataset dataset) {
        this.dataset = dataset;
    }

    /**
     * Reads them.
     *
     * @param folder folder of the four IDX files
     * @return the images
     * @throws IOException if a file cannot be read
     */
    static TrainingImages read(String folder) throws IOException {
        return new TrainingImages(LocatedDataset.open("mnist", Path.of(folder)).read(Split.TRAIN));
    }

    /**
     * The first of them, as they are.
     *
     * @param count how many
     * @return a data set
     */
    Dataset first(int count) {
        return count == dataset.size()
                ? dataset
                : dataset.subset(IntStream.range(0, count).toArray(), dataset.split());
    }

    /**
     * Pixels as numbers.
     *
     * @param from the first image
     * @param count how many images
     * @return 0 to 1, {@code [count][1][28][28]}
     */
    float[] pixels(int from, int count) {
        var imageSize = dataset.height() * dataset.width();
        var pixels = new float[count * imageSize];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = Byte.toUnsignedInt(dataset.pixels()[dataset.pixelOffset(from) + i]) / 255f;
        }
        return pixels;
    }

    /**
     * The label of an image.
     *
     * @param image its index
     * @return 0 to 9
     */
    int label(int image) {
        return dataset.label(image);
    }

    /**
     * Labels with a 1 in the column of the class.
     *
     * @param from the first image
     * @param count how many images
     * @return {@code [count][10]}
     */
    float[] oneHot(int from, int count) {
        var oneHot = new float[count * CLASSES];
        for (var i = 0; i < count; i++) {
            oneHot[i * CLASSES + label(from + i)] = 1;
        }
        return oneHot;
    }
}
