package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;

/** Mirrors a variant of another transform left and right, with probability 1/2. */
final class RandomFlip implements RandomTransform {

    private final int height;
    private final int width;
    private final RandomTransform before;
    private boolean isFlipped;

    /**
     * Prepares for images of one size.
     *
     * @param height rows of an image
     * @param width columns of an image
     * @param before makes the variant that may be mirrored; it draws its numbers first
     */
    RandomFlip(int height, int width, RandomTransform before) {
        this.height = height;
        this.width = width;
        this.before = before;
    }

    @Override
    public void draw(SeededRandom random) {
        before.draw(random);
        isFlipped = random.nextInt(2) == 1;
    }

    @Override
    public void apply(byte[] pixels, int offset, float[] target, int targetOffset) {
        before.apply(pixels, offset, target, targetOffset);
        if (isFlipped) {
            for (var row = 0; row < height; row++) {
                reverse(target, targetOffset + row * width, targetOffset + (row + 1) * width);
            }
        }
    }

    private static void reverse(float[] values, int from, int to) {
        for (int left = from, right = to - 1; left < right; left++, right--) {
            var value = values[left];
            values[left] = values[right];
            values[right] = value;
        }
    }
}
