package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.kernel.Intensity;

/** The image as it is. */
final class NoTransform implements RandomTransform {

    private final int size;

    /**
     * Prepares for images of one size.
     *
     * @param height rows of an image
     * @param width columns of an image
     */
    NoTransform(int height, int width) {
        size = height * width;
    }

    @Override
    public void draw(SeededRandom random) {
        // Nothing is left to chance.
    }

    @Override
    public void apply(byte[] pixels, int offset, float[] target, int targetOffset) {
        Intensity.copy(pixels, offset, size, target, targetOffset);
    }
}
