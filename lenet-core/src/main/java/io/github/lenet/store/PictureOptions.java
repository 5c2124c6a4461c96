package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;

/**
 * How a folder of pictures becomes a data set of images of one size.
 *
 * @param colour whether the images are grey or keep the colours of the pictures
 * @param height rows of every image, 1 to {@value #LARGEST_IMAGE}
 * @param width columns of every image, 1 to {@value #LARGEST_IMAGE}
 * @param preparation how a picture gets that size
 * @param testFraction about what share of each class becomes the test set where the folder has none, greater than 0 and
 *     less than 1
 */
public record PictureOptions(
        ImageColour colour, int height, int width, ImagePreparation preparation, double testFraction) {

    /** Highest number of rows or columns of an image. */
    public static final int LARGEST_IMAGE = 256;

    /** Images like those of MNIST, a fifth of them for the test. */
    public static final PictureOptions DEFAULT =
            new PictureOptions(ImageColour.GREY, 28, 28, ImagePreparation.CENTRE, 0.2);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public PictureOptions {
        if (Math.min(height, width) < 1 || Math.max(height, width) > LARGEST_IMAGE) {
            throw new IllegalArgumentException(format(
                    "an image has 1 x 1 to %d x %d pixels, not %d x %d", LARGEST_IMAGE, LARGEST_IMAGE, height, width));
        }
        if (colour == ImageColour.RGB && preparation == ImagePreparation.CENTRE) {
            throw new IllegalArgumentException("centre makes grey images; take resize for colour");
        }
        // Negated, so that NaN fails as well.
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("the test fraction must be between 0 and 1, not " + testFraction);
        }
    }
}
