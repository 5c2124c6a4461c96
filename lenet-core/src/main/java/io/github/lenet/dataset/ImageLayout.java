package io.github.lenet.dataset;

import static io.github.lenet.text.Formatting.format;

import java.nio.file.Path;

/**
 * What the dimensions of an IDX file of images mean. Three are images x rows x columns, in grey. Four are images in
 * colour: if the second dimension is 3, it is that of the channels, and otherwise the last one has to be.
 *
 * @param images number of images, at least 1
 * @param channels 1 for grey, 3 for red, green and blue
 * @param height rows of an image, at least 1
 * @param width columns of an image, at least 1
 * @param areInterleaved whether the file has the three values of a pixel side by side, rather than three planes
 */
public record ImageLayout(int images, int channels, int height, int width, boolean areInterleaved) {

    private static final int RGB = 3;

    /**
     * Reads the dimensions.
     *
     * @throws IdxFormatException if they are not those of images
     */
    static ImageLayout of(Path file, IdxHeader header) throws IdxFormatException {
        var sizes = header.dimensions();
        if (header.type() != IdxType.UNSIGNED_BYTE || sizes.size() < 3 || sizes.size() > 4) {
            throw new IdxFormatException(
                    file,
                    2,
                    format(
                            "holds %s, but unsigned bytes are expected: images x rows x columns, and in colour images x 3 x rows"
                                    + " x columns or images x rows x columns x 3",
                            header.describe()));
        }
        for (var dimension = 0; dimension < sizes.size(); dimension++) {
            if (sizes.get(dimension) == 0) {
                throw new IdxFormatException(
                        file, 4 + 4L * dimension, dimension == 0 ? "holds no images" : "holds images without a pixel");
            }
        }
        if (sizes.size() == 3) {
            return new ImageLayout(sizes.get(0), 1, sizes.get(1), sizes.get(2), false);
        }
        if (sizes.get(1) == RGB) {
            return new ImageLayout(sizes.get(0), RGB, sizes.get(2), sizes.get(3), false);
        }
        if (sizes.get(3) == RGB) {
            return new ImageLayout(sizes.get(0), RGB, sizes.get(1), sizes.get(2), true);
        }
        throw new IdxFormatException(
                file,
                8,
                format(
                        "holds %s, but images in colour have 3 channels, as images x 3 x rows x columns or images x rows x"
                                + " columns x 3, and grey ones three dimensions, images x rows x columns",
                        header.describe()));
    }

    /** Values of an image, of all channels. */
    int imageSize() {
        return channels * height * width;
    }

    /** Whether the images are of the shape that those of a data set have. */
    boolean isThatOf(Dataset dataset) {
        return channels == dataset.channels() && height == dataset.height() && width == dataset.width();
    }

    /** Brings some images, as the file has them, into planes, in place. */
    void toPlanes(byte[] pixels, int from, int count) {
        if (!areInterleaved) {
            return;
        }
        var planeSize = height * width;
        var image = new byte[imageSize()];
        for (var first = from; first < from + count * image.length; first += image.length) {
            System.arraycopy(pixels, first, image, 0, image.length);
            for (var i = 0; i < image.length; i++) {
                pixels[first + i % channels * planeSize + i / channels] = image[i];
            }
        }
    }
}
