package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import java.util.Arrays;

/**
 * Java that runs everywhere. Forward, the compiler finds vector instructions itself, for {@link Rows}; backward it does
 * not, and slices are of one value.
 */
final class PlainLoops implements ConvolutionLoops {

    private final Convolution convolution;
    /** The inputs that some taps multiply. */
    private final float[][] shifted;

    PlainLoops(Convolution convolution, int tile) {
        this.convolution = convolution;
        shifted = Rows.allocate(Rows.GROUP, tile);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int overrun() {
        return 0;
    }

    @Override
    public void convolve(
            float[][] sums, PaddedPlanes planes, int firstRow, int rows, float[] parameters, int biases, int weights) {
        var taps = convolution.fanIn();
        var length = planes.places() * rows * planes.run();
        for (var filter = 0; filter < sums.length; filter++) {
            Arrays.fill(sums[filter], 0, length, parameters[biases + filter]);
        }
        for (var tap = 0; tap < taps; tap += Rows.GROUP) {
            var count = Math.min(Rows.GROUP, taps - tap);
            for (var i = 0; i < count; i++) {
                planes.read(tap + i, firstRow, rows, shifted[i]);
            }
            Rows.add(sums, length, shifted, count, parameters, weights + tap, taps);
        }
    }

    @Override
    public void sum(float[] sum, float[] image, int[] starts, float[] factors, int count, int[] slices) {
        var slice = 0;
        for (; slice + GROUP <= slices.length; slice += GROUP) {
            sumFive(sum, image, starts, factors, count, slices, slice);
        }
        for (; slice < slices.length; slice++) {
            sumOne(sum, image, starts, factors, count, slices, slice);
        }
    }

    private static void sumFive(
            float[] sum, float[] image, int[] starts, float[] factors, int count, int[] slices, int slice) {
        var toA = slices[slice];
        var toB = slices[slice + 1];
        var toC = slices[slice + 2];
        var toD = slices[slice + 3];
        var toE = slices[slice + 4];
        var a = sum[slice];
        var b = sum[slice + 1];
        var c = sum[slice + 2];
        var d = sum[slice + 3];
        var e = sum[slice + 4];
        for (var i = 0; i < count; i++) {
            var start = starts[i];
            var factor = factors[i];
            a += factor * image[start + toA];
            b += factor * image[start + toB];
            c += factor * image[start + toC];
            d += factor * image[start + toD];
            e += factor * image[start + toE];
        }
        sum[slice] = a;
        sum[slice + 1] = b;
        sum[slice + 2] = c;
        sum[slice + 3] = d;
        sum[slice + 4] = e;
    }

    private static void sumOne(
            float[] sum, float[] image, int[] starts, float[] factors, int count, int[] slices, int slice) {
        var a = sum[slice];
        for (var i = 0; i < count; i++) {
            a += factors[i] * image[starts[i] + slices[slice]];
        }
        sum[slice] = a;
    }

    @Override
    public void spread(float[] image, int[] starts, float[] factors, int count, float[] patch, int[] slices) {
        for (var i = 0; i < count; i++) {
            var start = starts[i];
            var factor = factors[i];
            for (var slice = 0; slice < slices.length; slice++) {
                image[start + slices[slice]] += factor * patch[slice];
            }
        }
    }
}
