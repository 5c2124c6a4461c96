package io.github.lenet.dataset;

import java.util.List;

/** The parts that MNIST and its relatives are published in. */
public enum Split {
    /** The images that a model learns from. */
    TRAIN("train", "train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    /** The images that a model is measured on, and that no choice may depend on. */
    TEST("test", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),

    /**
     * The test images after the first 10,000. QMNIST has 60,000: those of MNIST, which a quarter of a century of
     * choices has seen, and then those that had been lost.
     */
    EXTRA("extra", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    /** Test images before the first of {@link #EXTRA}. */
    static final int TEST_IMAGES_OF_MNIST = 10_000;

    private final String label;
    private final String imagesFile;
    private final String labelsFile;

    Split(String label, String imagesFile, String labelsFile) {
        this.label = label;
        this.imagesFile = imagesFile;
        this.labelsFile = labelsFile;
    }

    /**
     * The name of the split in reports.
     *
     * @return {@code train}, {@code test} or {@code extra}
     */
    public String label() {
        return label;
    }

    /**
     * The IDX file with the images, as published.
     *
     * @return a plain file name, without {@code .gz}
     */
    public String imagesFile() {
        return imagesFile;
    }

    /**
     * The IDX file with the labels, as published.
     *
     * @return a plain file name, without {@code .gz}
     */
    public String labelsFile() {
        return labelsFile;
    }

    /**
     * Whether a file is one of this split.
     *
     * @param fileName its published name
     * @return true if it holds the images or the labels
     */
    public boolean holds(String fileName) {
        return fileName.equals(imagesFile) || fileName.equals(labelsFile);
    }

    /**
     * The four files of a complete data set.
     *
     * @return plain file names, training images first
     */
    public static List<String> fileNames() {
        return List.of(TRAIN.imagesFile, TRAIN.labelsFile, TEST.imagesFile, TEST.labelsFile);
    }
}
