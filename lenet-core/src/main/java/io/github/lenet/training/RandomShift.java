package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.kernel.Intensity;
import java.util.Arrays;

/** Moves an image by whole pixels, each place equally likely; background moves in. */
final class RandomShift implements RandomTransform {

    private final int height;
    private final int width;
    private final int reach;
    private int down;
    private int right;

    /**
     * Prepares for images of one size.
     *
     * @param height rows of an image
     * @param width columns of an image
     * @param reach pixels at most, along each axis
     */
    RandomShift(int height, int width, int reach) {
        this.height = height;
        this.width = width;
        this.reach = reach;
    }

    @Override
    public void draw(SeededRandom random) {
        down = random.nextInt(2 * reach + 1) - reach;
        right = random.nextInt(2 * reach + 1) - reach;
    }

    @Override
    public void apply(byte[] pixels, int offset, float[] target, int targetOffset) {
        Arrays.fill(target, targetOffset, targetOffset + height * width, 0);
        // What stays inside the frame.
        var columns = Math.max(0, width - Math.abs(right));
        for (var row = Math.max(0, -down); row < height - Math.max(0, down); row++) {
            var source = offset + row * width + Math.max(0, -right);
            Intensity.copy(pixels, source, columns, target, targetOffset + (row + down) * width + Math.max(0, right));
        }
    }
}
