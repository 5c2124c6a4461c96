package io.github.lenet.picture;

import io.github.lenet.io.Sha256;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A whole picture on its way to an image, upright.
 *
 * @param planes its grey values; or those of red, green and blue, in this order
 */
record DecodedPicture(List<GreyImage> planes) {

    /** Takes the values of a picture, with transparent parts over white paper. */
    static DecodedPicture of(BufferedImage image, ImageColour colour) {
        var samples = new PictureSamples(colour, image.getWidth(), image.getHeight(), Orientation.UPRIGHT);
        samples.put(image, 0);
        return samples.picture();
    }

    int width() {
        return planes.get(0).width();
    }

    int height() {
        return planes.get(0).height();
    }

    /** The first 64 bits of the SHA-256 of the size and the values. */
    long digest() {
        var digest = Sha256.begin();
        digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(width())
                .putInt(height())
                .flip());
        planes.forEach(plane -> digest.update(plane.samples()));
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
