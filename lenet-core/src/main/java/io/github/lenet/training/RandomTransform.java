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
     * Chooses what the next variant is, the same for all channels of an image.
     *
     * @param random the numbers of the image in this epoch
     */
    void draw(SeededRandom random);

    /**
     * Makes the variant of a plane that was drawn last.
     *
     * @param pixels where the plane is, unsigned bytes, row after row
     * @param offset index of its first pixel
     * @param target where the variant goes, of the same size, 0 (background) to 1 (ink)
     * @param targetOffset index of its first pixel
     */
    void apply(byte[] pixels, int offset, float[] target, int targetOffset);

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
            case SHIFT -> new RandomShift(height, width, 1);
            case AFFINE -> new RandomAffine(height, width);
            case ELASTIC -> new ElasticDistortion(height, width);
            case FLIP -> new RandomFlip(height, width, new NoTransform(height, width));
            case SHIFT_FLIP -> new RandomFlip(height, width, new RandomShift(height, width, 1));
            case CROP_FLIP -> new RandomFlip(height, width, new RandomShift(height, width, 4));
        };
    }
}
