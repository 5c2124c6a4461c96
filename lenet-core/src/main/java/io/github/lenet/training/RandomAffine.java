package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;

/** Turns, scales, shears and moves an image, within the ranges of {@link SamplingGrid}. */
final class RandomAffine implements RandomTransform {

    private final InterpolatedImage image;
    private final SamplingGrid grid;

    /**
     * Makes room.
     *
     * @param height rows of an image
     * @param width columns of an image
     */
    RandomAffine(int height, int width) {
        image = new InterpolatedImage(height, width);
        grid = new SamplingGrid(height, width);
    }

    @Override
    public void draw(SeededRandom random) {
        grid.drawAffine(random);
    }

    @Override
    public void apply(byte[] pixels, int offset, float[] target, int targetOffset) {
        image.load(pixels, offset);
        image.sample(grid, target, targetOffset);
    }
}
