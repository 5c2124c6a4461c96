package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;

/** The images of one step, as the arithmetic wants them: the only place where whole images are floats. */
public final class Batch {

    private final float[] images;
    private final byte[] labels;
    private int size;

    /**
     * Makes room.
     *
     * @param capacity the most images that it holds
     * @param imageSize values of an image, of all its channels
     */
    Batch(int capacity, int imageSize) {
        images = new float[Math.multiplyExact(capacity, imageSize)];
        labels = new byte[capacity];
    }

    /**
     * Takes an image with its label. Threads may do so for different places at the same time.
     *
     * @param place 0 to the capacity minus 1
     * @param dataset where the image is
     * @param image its index there
     * @param transform draws the variant to take
     * @param random the numbers for it
     */
    void put(int place, Dataset dataset, int image, RandomTransform transform, SeededRandom random) {
        labels[place] = (byte) dataset.label(image);
        transform.draw(random);
        var planeSize = dataset.height() * dataset.width();
        var imageSize = dataset.imageSize();
        for (var from = 0; from < imageSize; from += planeSize) {
            transform.apply(dataset.pixels(), dataset.pixelOffset(image) + from, images, place * imageSize + from);
        }
    }

    /**
     * Says how many images there are, from place 0 on.
     *
     * @param size 1 to the capacity
     */
    void resize(int size) {
        this.size = size;
    }

    /**
     * The pixels.
     *
     * @return 0 to 1, {@code [size][channels][height][width]}; what follows belongs to an earlier batch
     */
    public float[] images() {
        return images;
    }

    /**
     * The classes, unsigned.
     *
     * @return {@code [size]}; what follows belongs to an earlier batch
     */
    public byte[] labels() {
        return labels;
    }

    /**
     * The number of images.
     *
     * @return at least 1, once it has been filled
     */
    public int size() {
        return size;
    }
}
