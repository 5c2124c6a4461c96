package io.github.lenet.network;

/**
 * The shape of what goes into or comes out of a layer, for each image. Values are in the order channel, row, column.
 *
 * @param channels number of planes
 * @param height rows of a plane
 * @param width columns of a plane
 */
public record Shape(int channels, int height, int width) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one of them is not positive
     */
    public Shape {
        Layer.requirePositive("channels", channels);
        Layer.requirePositive("height", height);
        Layer.requirePositive("width", width);
    }

    /**
     * Values without rows and columns, as dense layers have them.
     *
     * @param values how many
     * @return a plane of one value for each
     */
    public static Shape flat(int values) {
        return new Shape(values, 1, 1);
    }

    /** The number of values of all planes. */
    public int size() {
        return channels * planeSize();
    }

    /** The number of values of a plane. */
    public int planeSize() {
        return height * width;
    }

    /** The equality of records would do, but takes 24 ms to prepare in every program that loads a model. */
    boolean is(Shape other) {
        return channels == other.channels && height == other.height && width == other.width;
    }

    /** The sizes, {@code 6 x 24 x 24}, or only their number where each plane is a single value. */
    @Override
    public String toString() {
        return planeSize() == 1 ? Integer.toString(channels) : channels + " x " + height + " x " + width;
    }
}
