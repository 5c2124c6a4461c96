package io.github.lenet.kernel;

/** The images, from one behind the other to side by side. */
final class ImagePlanes implements Pass {

    private final float[][] images;
    private final Planes planes;

    ImagePlanes(float[][] images, Planes planes) {
        this.images = images;
        this.planes = planes;
    }

    @Override
    public void forward(Weights weights, int count) {
        for (var lane = 0; lane < planes.lanes(); lane++) {
            copy(lane, lane < count);
        }
    }

    private void copy(int lane, boolean isUsed) {
        var shape = planes.shape();
        var from = 0;
        for (var channel = 0; channel < shape.channels(); channel++) {
            for (var row = 0; row < shape.height(); row++) {
                var to = planes.index(channel, row, 0) + lane;
                for (var column = 0; column < shape.width(); column++) {
                    planes.values()[to + column * planes.lanes()] = isUsed ? images[lane][from] : 0;
                    from++;
                }
            }
        }
    }

    @Override
    public void backward(Weights weights, int count, float[] gradient) {}
}
