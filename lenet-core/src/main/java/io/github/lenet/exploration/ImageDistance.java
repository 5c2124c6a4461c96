package io.github.lenet.exploration;

import io.github.lenet.dataset.Dataset;

/**
 * How far an image is from the mean of its class.
 *
 * @param image index of the image
 * @param distance Euclidean, over pixels from 0 to 1
 */
public record ImageDistance(int image, double distance) {

    static ImageDistance of(Dataset dataset, int image, float[] mean) {
        var offset = dataset.pixelOffset(image);
        var sum = 0.0;
        for (var i = 0; i < mean.length; i++) {
            var difference = Byte.toUnsignedInt(dataset.pixels()[offset + i]) / 255.0 - mean[i];
            sum += difference * difference;
        }
        return new ImageDistance(image, Math.sqrt(sum));
    }
}
