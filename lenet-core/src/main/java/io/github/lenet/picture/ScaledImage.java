package io.github.lenet.picture;

/**
 * A picture of the size that a network takes, or the digit that goes into one.
 *
 * @param width columns
 * @param height rows
 * @param values grey values, 0 to 255, row after row
 */
record ScaledImage(int width, int height, float[] values) {

    /** The middle of row and column 14 of 28, counted from 0: the mean centre of MNIST's own digits is 14.50, 14.49. */
    private static final double OFF_CENTRE = 0.5;

    /** Places the digit in an image so that its centre of mass is where MNIST has it, to the nearest pixel. */
    ScaledImage centredByMass(int imageWidth, int imageHeight) {
        var mass = 0.0;
        var massX = 0.0;
        var massY = 0.0;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                mass += values[y * width + x];
                massX += values[y * width + x] * (x + 0.5);
                massY += values[y * width + x] * (y + 0.5);
            }
        }
        var left = offset(massX / mass, width, imageWidth);
        var top = offset(massY / mass, height, imageHeight);
        var centred = new float[imageWidth * imageHeight];
        for (var y = 0; y < height; y++) {
            System.arraycopy(values, y * width, centred, (top + y) * imageWidth + left, width);
        }
        return new ScaledImage(imageWidth, imageHeight, centred);
    }

    /** Where a side begins; a digit with all its mass at one end must still lie within the picture. */
    private static int offset(double centre, int length, int imageLength) {
        var wanted = (int) Math.round(imageLength / 2.0 + OFF_CENTRE - centre);
        return Math.min(Math.max(wanted, 0), imageLength - length);
    }

    /** The grey values as unsigned bytes. */
    byte[] bytes() {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(values[i]);
        }
        return bytes;
    }
}
