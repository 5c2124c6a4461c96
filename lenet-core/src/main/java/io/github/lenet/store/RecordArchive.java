package io.github.lenet.store;

import java.util.List;

/**
 * What lies in the archive of a data set that is published as records, as CIFAR-10 is: a {@code .tar.gz} with files in
 * which image follows image, each as one byte that is its label and then its values, channel after channel, row after
 * row.
 *
 * @param channels 1 for grey images, 3 for red, green and blue
 * @param height rows of an image
 * @param width columns of an image
 * @param train names of the files with the training images, without folders, in order
 * @param test names of the files with the test images
 */
public record RecordArchive(int channels, int height, int width, List<String> train, List<String> test) {

    /** Makes the lists unmodifiable. */
    public RecordArchive {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    int imageSize() {
        return channels * height * width;
    }

    /** The label comes first. */
    int recordSize() {
        return 1 + imageSize();
    }
}
