package io.github.lenet.kernel;

/**
 * The values of some images, twice: image by image, and with the images side by side.
 *
 * @param images {@code [image][(channel, row, column)]}
 * @param planes {@code [channel][(row, column, image)]}, dense even when there are fewer images than there is room for
 */
record FeatureMaps(float[][] images, float[][] planes) {

    /** From how many values on {@link System#arraycopy} is worth its call. */
    private static final int LONG_RUN = 8;

    /** Takes memory for the images. */
    static FeatureMaps of(float[][] planes, int lanes) {
        return new FeatureMaps(Rows.allocate(lanes, planes.length * planes[0].length / lanes), planes);
    }

    /** Copies the planes to the first images. */
    void separate(int count) {
        var positions = planes[0].length / images.length;
        for (var channel = 0; channel < planes.length; channel++) {
            for (var image = 0; image < count; image++) {
                copy(planes[channel], image, count, images[image], channel * positions, 1, positions);
            }
        }
    }

    /** Copies the first images to the planes. */
    void interleave(int count) {
        var positions = planes[0].length / images.length;
        for (var channel = 0; channel < planes.length; channel++) {
            for (var image = 0; image < count; image++) {
                copy(images[image], channel * positions, 1, planes[channel], image, count, positions);
            }
        }
    }

    /** Copies values that lie {@code fromStep} apart to places that lie {@code toStep} apart. */
    static void copy(float[] source, int from, int fromStep, float[] target, int to, int toStep, int count) {
        for (var i = 0; i < count; i++) {
            target[to + i * toStep] = source[from + i * fromStep];
        }
    }

    /** Copies runs of values that begin {@code fromStep} values apart to places one behind the other. */
    static void gather(float[] source, int from, int fromStep, float[] target, int to, int count, int run) {
        if (run < LONG_RUN) {
            for (var i = 0; i < run; i++) {
                copy(source, from + i, fromStep, target, to + i, run, count);
            }
        } else {
            for (var i = 0; i < count; i++) {
                System.arraycopy(source, from + i * fromStep, target, to + i * run, run);
            }
        }
    }
}
