package io.github.lenet.kernel;

/** Converts pixels from bytes to the floats that a network takes. */
public final class Intensity {

    /** Every quotient once: 256 divisions instead of one a pixel. */
    private static final float[] QUOTIENTS = new float[256];

    static {
        for (var pixel = 0; pixel < QUOTIENTS.length; pixel++) {
            QUOTIENTS[pixel] = pixel / 255f;
        }
    }

    private Intensity() {}

    /**
     * Converts pixels that follow each other.
     *
     * @param pixels unsigned bytes
     * @param from index of the first
     * @param count how many
     * @param target receives them, 0 (background) to 1 (ink)
     * @param targetFrom index of the first in {@code target}
     */
    public static void copy(byte[] pixels, int from, int count, float[] target, int targetFrom) {
        for (var i = 0; i < count; i++) {
            target[targetFrom + i] = QUOTIENTS[pixels[from + i] & 0xFF];
        }
    }
}
