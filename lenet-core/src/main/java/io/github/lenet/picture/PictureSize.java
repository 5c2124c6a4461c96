package io.github.lenet.picture;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;

/**
 * The size that a picture's file announces.
 *
 * @param width columns, as stored
 * @param height rows, as stored
 */
record PictureSize(int width, int height) {

    /** The system property for another limit on the pixels. */
    static final String PROPERTY = "io.github.lenet.maximumPixels";

    /**
     * What a JPEG can have. A row costs time whatever its length, and a picture of one column has as many as it has
     * pixels.
     */
    private static final int MAXIMUM_SIDE = 65_535;

    private static final long MAXIMUM_PIXELS = 50_000_000;

    /** Samples are kept in one array. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Refuses a picture that would take too long to decode; a file of some kilobytes can announce any size. */
    void requireReadable() throws IOException {
        if (Math.max(width, height) > MAXIMUM_SIDE) {
            throw new IOException(
                    format("it has %s pixels; at most %,d a side are read, so make it smaller", this, MAXIMUM_SIDE));
        }
        var most = Math.min(Long.getLong(PROPERTY, MAXIMUM_PIXELS), LARGEST_ARRAY);
        if (pixels() > most) {
            throw new IOException(format(
                    "it has %s pixels, which are %,d; at most %,d are read: make it smaller, or allow more with -D%s=%d",
                    this, pixels(), most, PROPERTY, pixels()));
        }
    }

    long pixels() {
        return (long) width * height;
    }

    /** As in a message: {@code 7,000 x 7,000}. */
    @Override
    public String toString() {
        return format("%,d x %,d", width, height);
    }
}
