package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.recipe.Augmentation;

/**
 * Draws a variant of an image, as one kind of {@link Augmentation} asks for. Every kind has an implementation, named in
 * {@link #of}: this is the place for the next.
 *
 * <p>What comes out depends on the image and on the random numbers alone, to the last bit on every machine: plain
 * arithmetic and {@link StrictMath}. An instance may keep memory for its work, and belongs to one thread at a time.
 */
interface RandomTransform {

    /**
     * Draws a variant.
     *
     * @param pixels where the image is, unsigned bytes, row after row
     * @param offset index of its first pixel
     * @param random the numbers of this image in this epoch
     * @param target where the variant goes, of the same size, 0 (background) to 1 (ink)
     * @param targetOffset index of its first pixel
     */
    void draw(byte[] pixels, int offset, SeededRandom random, float[] target, int targetOffset);

    /**
     * The implementation of a kind.
     *
     * @param augmentation how to vary the images
     * @param height rows of an image
     * @param width columns of an image
     * @return with memory of its own
     */
    static RandomTransform of(Augmentation augmentation, int height, int width) {
        return switch (augmentation) {
            case NONE -> new NoTransform(height, width);
            case SHIFT -> new RandomShift(height, width);
            case AFFINE -> new RandomAffine(height, width);
            case ELASTIC -> new ElasticDistortion(height, width);
        };
    }
}
