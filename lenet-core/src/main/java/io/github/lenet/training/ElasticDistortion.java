package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;

/**
 * Bends an image like a rubber sheet, after a random affine map: Simard, Steinkraus and Platt, "Best practices for
 * convolutional neural networks applied to visual document analysis" (2003).
 */
final class ElasticDistortion implements RandomTransform {

    private final InterpolatedImage image;
    private final SamplingGrid grid;
    private final DisplacementField field;

    /**
     * Makes room.
     *
     * @param height rows of an image
     * @param width columns of an image
     */
    ElasticDistortion(int height, int width) {
        image = new InterpolatedImage(height, width);
        grid = new SamplingGrid(height, width);
        field = new DisplacementField(height, width);
    }

    @Override
    public void draw(SeededRandom random) {
        grid.drawAffine(random);
        field.draw(random);
        field.addTo(grid);
    }

    @Override
    public void apply(byte[] pixels, int offset, float[] target, int targetOffset) {
        image.load(pixels, offset);
        image.sample(grid, target, targetOffset);
    }
}
