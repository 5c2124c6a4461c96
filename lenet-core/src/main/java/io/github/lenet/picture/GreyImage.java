package io.github.lenet.picture;

import java.io.IOException;
import java.util.Arrays;

/**
 * A grey picture, or one channel of another, on its way to an image. However large it is, its samples are kept once: a
 * step gives another view of them, with other tones or of another part.
 */
final class GreyImage {

    /** MNIST scales a digit into a box of 20 x 20 in an image of 28 x 28; other images get a box in proportion. */
    private static final double BOX_SHARE = 20 / 28.0;

    /** Lowest contrast between digit and background that counts; below it is paper or the noise of a camera. */
    private static final int LOWEST_CONTRAST = 25;

    /** Share of the strongest ink that counts as digit when the picture is cropped. */
    private static final float INK_SHARE = 0.1f;

    private final byte[] samples;

    /** Number of samples in a row of the whole picture. */
    private final int stride;

    private final int left;
    private final int top;
    private final int width;
    private final int height;

    /** The grey value, 0 to 255, that each of the 256 samples stands for. */
    private final float[] tones;

    /** A whole picture, whose samples are its grey values, row after row. */
    GreyImage(byte[] samples, int width, int height) {
        this(samples, width, 0, 0, width, height, identity());
    }

    private GreyImage(byte[] samples, int stride, int left, int top, int width, int height, float[] tones) {
        this.samples = samples;
        this.stride = stride;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.tones = tones;
    }

    private static float[] identity() {
        var tones = new float[256];
        for (var sample = 0; sample < tones.length; sample++) {
            tones[sample] = sample;
        }
        return tones;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private float value(int x, int y) {
        return tones[Byte.toUnsignedInt(samples[(top + y) * stride + left + x])];
    }

    /** Inverts dark ink on a light background: the background is what most of the border shows, ink is the rest. */
    GreyImage ink() {
        var background = borderMedian();
        var counts = histogram();
        var sum = 0.0;
        for (var sample = 0; sample < counts.length; sample++) {
            sum += (double) counts[sample] * (tones[sample] - background);
        }
        return sum < 0 ? withTones(value -> 255 - value) : this;
    }

    /** Takes the background off, so that it is 0 and the strongest ink 255. */
    GreyImage stretched() throws IOException {
        var background = borderMedian();
        var counts = histogram();
        var strongest = 0f;
        for (var sample = 0; sample < counts.length; sample++) {
            if (counts[sample] > 0) {
                strongest = Math.max(strongest, tones[sample] - background);
            }
        }
        if (strongest < LOWEST_CONTRAST) {
            throw new IOException("it shows nothing but background");
        }
        var contrast = strongest;
        return withTones(value -> Math.max(0, value - background) * 255 / contrast);
    }

    /** Cuts away the background around the digit. */
    GreyImage cropped() {
        var first = width;
        var highest = height;
        var right = 0;
        var bottom = 0;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                if (value(x, y) >= 255 * INK_SHARE) {
                    first = Math.min(first, x);
                    highest = Math.min(highest, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new GreyImage(samples, stride, left + first, top + highest, right - first, bottom - highest, tones);
    }

    /** Scales to the largest size that fits into the box of an image and keeps the proportions. */
    ScaledImage fittedIntoBox(int imageWidth, int imageHeight) {
        var scale = Math.min(box(imageWidth) / (double) width, box(imageHeight) / (double) height);
        return scaledTo((int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
    }

    private static long box(int length) {
        return Math.max(1, Math.round(length * BOX_SHARE));
    }

    /** Scales each axis by itself; each new pixel is the mean of what it covers. */
    ScaledImage scaledTo(int newWidth, int newHeight) {
        var scaled = new float[newWidth * newHeight];
        for (var y = 0; y < newHeight; y++) {
            for (var x = 0; x < newWidth; x++) {
                scaled[y * newWidth + x] = mean(
                        (double) x * width / newWidth,
                        (double) (x + 1) * width / newWidth,
                        (double) y * height / newHeight,
                        (double) (y + 1) * height / newHeight);
            }
        }
        return new ScaledImage(newWidth, newHeight, scaled);
    }

    private float mean(double from, double to, double above, double below) {
        var sum = 0.0;
        for (var y = (int) above; y < Math.min(height, Math.ceil(below)); y++) {
            var coveredHeight = Math.min(below, y + 1) - Math.max(above, y);
            for (var x = (int) from; x < Math.min(width, Math.ceil(to)); x++) {
                sum += value(x, y) * coveredHeight * (Math.min(to, x + 1) - Math.max(from, x));
            }
        }
        return (float) (sum / ((to - from) * (below - above)));
    }

    /** The values of a whole picture, row after row; shared, not copied. */
    byte[] samples() {
        return samples;
    }

    private float borderMedian() {
        var border = new float[2 * width + 2 * height];
        for (var x = 0; x < width; x++) {
            border[2 * x] = value(x, 0);
            border[2 * x + 1] = value(x, height - 1);
        }
        for (var y = 0; y < height; y++) {
            border[2 * width + 2 * y] = value(0, y);
            border[2 * width + 2 * y + 1] = value(width - 1, y);
        }
        Arrays.sort(border);
        return border[border.length / 2];
    }

    /** How often each sample occurs. */
    private int[] histogram() {
        var counts = new int[256];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                counts[Byte.toUnsignedInt(samples[(top + y) * stride + left + x])]++;
            }
        }
        return counts;
    }

    private GreyImage withTones(Change change) {
        var changed = new float[tones.length];
        for (var sample = 0; sample < tones.length; sample++) {
            changed[sample] = change.apply(tones[sample]);
        }
        return new GreyImage(samples, stride, left, top, width, height, changed);
    }

    @FunctionalInterface
    private interface Change {
        float apply(float value);
    }
}
