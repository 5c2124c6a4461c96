package io.github.lenet.dataset;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.text.Composed;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labelled images of one size, in memory as unsigned bytes: grey ones have one channel, 0 (background) to 255 (ink);
 * coloured ones three, red, green and blue, each a plane of its own. Who computes with them divides by 255; 60,000
 * images of MNIST are 47 MB here and would be 188 MB as floats.
 *
 * <p>Immutable by agreement: the arrays are shared, not copied, and nobody writes to them.
 */
public final class Dataset {

    private final String name;
    private final String split;
    private final int channels;
    private final int height;
    private final int width;
    private final byte[] pixels;
    private final byte[] labels;
    private final List<String> classNames;

    /**
     * Takes grey images and their labels over, without copying them.
     *
     * @param name name of the data set, for example {@code mnist}
     * @param split which part of it this is, for example {@code train}
     * @param height rows of an image, at least 1
     * @param width columns of an image, at least 1
     * @param pixels unsigned bytes, image after image, row after row, {@code labels.length * height * width} of them
     * @param labels class of each image, 0 to {@code classNames.size() - 1}
     * @param classNames name of each class; 1 to 256 of them
     * @throws IllegalArgumentException if sizes or labels disagree
     */
    public Dataset(
            String name, String split, int height, int width, byte[] pixels, byte[] labels, List<String> classNames) {
        this(name, split, 1, height, width, pixels, labels, classNames);
    }

    /**
     * Takes images and labels over, without copying them.
     *
     * @param name name of the data set, for example {@code mnist}
     * @param split which part of it this is, for example {@code train}
     * @param channels 1 for grey images, 3 for red, green and blue
     * @param height rows of an image, at least 1
     * @param width columns of an image, at least 1
     * @param pixels unsigned bytes, image after image, channel after channel, row after row, {@code labels.length *
     *     channels * height * width} of them
     * @param labels class of each image, 0 to {@code classNames.size() - 1}
     * @param classNames name of each class; 1 to 256 of them
     * @throws IllegalArgumentException if sizes or labels disagree, or there is another number of channels
     */
    public Dataset(
            String name,
            String split,
            int channels,
            int height,
            int width,
            byte[] pixels,
            byte[] labels,
            List<String> classNames) {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException(format("an image has 1 channel or 3, not %d", channels));
        }
        if (height < 1 || width < 1 || (long) labels.length * channels * height * width != pixels.length) {
            throw new IllegalArgumentException(format(
                    "%d pixels are not %d images of %s%d x %d",
                    pixels.length, labels.length, channels == 1 ? "" : channels + " x ", height, width));
        }
        for (var image = 0; image < labels.length; image++) {
            if (Byte.toUnsignedInt(labels[image]) >= classNames.size()) {
                throw new IllegalArgumentException(format(
                        "the label of image %d is %d, but there are %d classes",
                        image, Byte.toUnsignedInt(labels[image]), classNames.size()));
            }
        }
        this.name = name;
        this.split = split;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.pixels = pixels;
        this.labels = labels;
        this.classNames = Composed.of(classNames);
    }

    /**
     * The name of the data set.
     *
     * @return for example {@code mnist}
     */
    public String name() {
        return name;
    }

    /**
     * Which part of the data set this is.
     *
     * @return for example {@code train} or {@code test}
     */
    public String split() {
        return split;
    }

    /**
     * The number of images.
     *
     * @return 0 or more
     */
    public int size() {
        return labels.length;
    }

    /**
     * Planes of an image.
     *
     * @return 1 for grey images, 3 for red, green and blue
     */
    public int channels() {
        return channels;
    }

    /**
     * Rows of an image.
     *
     * @return at least 1
     */
    public int height() {
        return height;
    }

    /**
     * Columns of an image.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * The names of the classes.
     *
     * @return an unmodifiable list; its index is the label
     */
    public List<String> classNames() {
        return classNames;
    }

    /**
     * The number of values of an image.
     *
     * @return bytes that an image has in {@link #pixels}: channels x rows x columns
     */
    public int imageSize() {
        return channels * height * width;
    }

    /**
     * All pixels: the array itself, not a copy, so do not write to it.
     *
     * @return unsigned bytes, image after image, channel after channel, row after row
     */
    public byte[] pixels() {
        return pixels;
    }

    /**
     * Where an image begins in {@link #pixels}.
     *
     * @param image index of the image, 0 to {@code size() - 1}
     * @return index of its first pixel
     */
    public int pixelOffset(int image) {
        return image * imageSize();
    }

    /**
     * The class of an image.
     *
     * @param image index of the image, 0 to {@code size() - 1}
     * @return its label, 0 to {@code classNames().size() - 1}
     */
    public int label(int image) {
        return Byte.toUnsignedInt(labels[image]);
    }

    /**
     * The images of a class.
     *
     * @param label the class, 0 to {@code classNames().size() - 1}
     * @return their indices, ascending
     */
    public int[] imagesOf(int label) {
        return IntStream.range(0, labels.length)
                .filter(image -> label(image) == label)
                .toArray();
    }

    /**
     * How many images each class has.
     *
     * @return one count for each label
     */
    public int[] classCounts() {
        var counts = new int[classNames.size()];
        for (var image = 0; image < labels.length; image++) {
            counts[label(image)]++;
        }
        return counts;
    }

    /**
     * Finds the classes that nothing can be learnt or measured of here.
     *
     * @return names of the classes that no image has, in the order of the labels
     */
    public List<String> absentClasses() {
        var counts = classCounts();
        return IntStream.range(0, counts.length)
                .filter(label -> counts[label] == 0)
                .mapToObj(classNames::get)
                .toList();
    }

    /**
     * Copies some of the images.
     *
     * @param images indices of the images, in the order they are to have; an index may occur more than once
     * @param split what the new part is called
     * @return a data set of its own
     */
    public Dataset subset(int[] images, String split) {
        var imageSize = imageSize();
        var chosenPixels = new byte[Math.multiplyExact(images.length, imageSize)];
        var chosenLabels = new byte[images.length];
        for (var i = 0; i < images.length; i++) {
            System.arraycopy(pixels, pixelOffset(images[i]), chosenPixels, i * imageSize, imageSize);
            chosenLabels[i] = labels[images[i]];
        }
        return new Dataset(name, split, channels, height, width, chosenPixels, chosenLabels, classNames);
    }

    /**
     * Holds out a share of every class, so that both parts have the class balance of the whole.
     *
     * @param fraction share of each class to hold out, greater than 0 and less than 1; rounded to whole images, halves
     *     up, but each class of two or more images keeps at least one on either side
     * @param seed decides which images are held out
     * @return the two parts; in each the images keep their order
     */
    public HoldOut stratifiedHoldOut(double fraction, long seed) {
        return HoldOut.stratified(this, fraction, seed);
    }
}
