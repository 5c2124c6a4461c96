package io.github.lenet.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors as wide as the registers of the processor, and sums that stay in registers. No fused multiply-add: it would
 * round once where Java rounds twice.
 */
final class VectorLoops implements ConvolutionLoops {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** Vectors of the outputs of a filter that are computed at a time. */
    private static final int VECTORS = 4;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int overrun() {
        return VECTORS * WIDTH;
    }

    @Override
    public void convolve(
            float[][] sums, PaddedPlanes planes, int firstRow, int rows, float[] parameters, int biases, int weights) {
        int run = planes.run();
        // In ascending order, because each run writes beyond its end.
        for (int place = 0; place < planes.places(); place++) {
            for (int row = 0; row < rows; row++) {
                int to = (place * rows + row) * run;
                int from = (firstRow + row) * planes.rowStep();
                for (int i = 0; i < run; i += VECTORS * WIDTH) {
                    convolve(sums, to + i, planes.values(), from + i, planes.taps(place), parameters, biases, weights);
                }
            }
        }
    }

    /** For all filters, two at a time; the last of an odd number is computed twice. */
    private static void convolve(
            float[][] sums, int to, float[] inputs, int from, int[] taps, float[] parameters, int biases, int weights) {
        for (int first = 0; first < sums.length; first += 2) {
            int second = Math.min(first + 1, sums.length - 1);
            convolveTwo(
                    sums[first],
                    sums[second],
                    to,
                    inputs,
                    from,
                    taps,
                    parameters,
                    parameters[biases + first],
                    parameters[biases + second],
                    weights + first * taps.length,
                    weights + second * taps.length);
        }
    }

    private static void convolveTwo(
            float[] firstSums,
            float[] secondSums,
            int to,
            float[] inputs,
            int from,
            int[] taps,
            float[] parameters,
            float firstBias,
            float secondBias,
            int firstWeights,
            int secondWeights) {
        var a = FloatVector.broadcast(SPECIES, firstBias);
        var b = a;
        var c = a;
        var d = a;
        var e = FloatVector.broadcast(SPECIES, secondBias);
        var f = e;
        var g = e;
        var h = e;
        for (int tap = 0; tap < taps.length; tap++) {
            int start = from + taps[tap];
            var k = FloatVector.broadcast(SPECIES, parameters[firstWeights + tap]);
            var l = FloatVector.broadcast(SPECIES, parameters[secondWeights + tap]);
            var x = FloatVector.fromArray(SPECIES, inputs, start);
            a = a.add(k.mul(x));
            e = e.add(l.mul(x));
            x = FloatVector.fromArray(SPECIES, inputs, start + WIDTH);
            b = b.add(k.mul(x));
            f = f.add(l.mul(x));
            x = FloatVector.fromArray(SPECIES, inputs, start + 2 * WIDTH);
            c = c.add(k.mul(x));
            g = g.add(l.mul(x));
            x = FloatVector.fromArray(SPECIES, inputs, start + 3 * WIDTH);
            d = d.add(k.mul(x));
            h = h.add(l.mul(x));
        }
        a.intoArray(firstSums, to);
        b.intoArray(firstSums, to + WIDTH);
        c.intoArray(firstSums, to + 2 * WIDTH);
        d.intoArray(firstSums, to + 3 * WIDTH);
        e.intoArray(secondSums, to);
        f.intoArray(secondSums, to + WIDTH);
        g.intoArray(secondSums, to + 2 * WIDTH);
        h.intoArray(secondSums, to + 3 * WIDTH);
    }

    @Override
    public void sum(float[] sum, float[] image, int[] starts, float[] factors, int count, int[] slices) {
        int slice = 0;
        for (; slice + GROUP <= slices.length; slice += GROUP) {
            sumFive(sum, image, starts, factors, count, slices, slice);
        }
        for (; slice < slices.length; slice++) {
            sumOne(sum, image, starts, factors, count, slices[slice], slice * WIDTH);
        }
    }

    private static void sumFive(
            float[] sum, float[] image, int[] starts, float[] factors, int count, int[] slices, int slice) {
        int toA = slices[slice];
        int toB = slices[slice + 1];
        int toC = slices[slice + 2];
        int toD = slices[slice + 3];
        int toE = slices[slice + 4];
        int to = slice * WIDTH;
        var a = FloatVector.fromArray(SPECIES, sum, to);
        var b = FloatVector.fromArray(SPECIES, sum, to + WIDTH);
        var c = FloatVector.fromArray(SPECIES, sum, to + 2 * WIDTH);
        var d = FloatVector.fromArray(SPECIES, sum, to + 3 * WIDTH);
        var e = FloatVector.fromArray(SPECIES, sum, to + 4 * WIDTH);
        for (int i = 0; i < count; i++) {
            int start = starts[i];
            var factor = FloatVector.broadcast(SPECIES, factors[i]);
            a = a.add(factor.mul(FloatVector.fromArray(SPECIES, image, start + toA)));
            b = b.add(factor.mul(FloatVector.fromArray(SPECIES, image, start + toB)));
            c = c.add(factor.mul(FloatVector.fromArray(SPECIES, image, start + toC)));
            d = d.add(factor.mul(FloatVector.fromArray(SPECIES, image, start + toD)));
            e = e.add(factor.mul(FloatVector.fromArray(SPECIES, image, start + toE)));
        }
        a.intoArray(sum, to);
        b.intoArray(sum, to + WIDTH);
        c.intoArray(sum, to + 2 * WIDTH);
        d.intoArray(sum, to + 3 * WIDTH);
        e.intoArray(sum, to + 4 * WIDTH);
    }

    private static void sumOne(
            float[] sum, float[] image, int[] starts, float[] factors, int count, int slice, int to) {
        var a = FloatVector.fromArray(SPECIES, sum, to);
        for (int i = 0; i < count; i++) {
            var factor = FloatVector.broadcast(SPECIES, factors[i]);
            a = a.add(factor.mul(FloatVector.fromArray(SPECIES, image, starts[i] + slice)));
        }
        a.intoArray(sum, to);
    }

    @Override
    public void spread(float[] image, int[] starts, float[] factors, int count, float[] patch, int[] slices) {
        for (int i = 0; i < count; i++) {
            int start = starts[i];
            var factor = FloatVector.broadcast(SPECIES, factors[i]);
            int slice = 0;
            for (; slice + GROUP <= slices.length; slice += GROUP) {
                spreadOne(image, start + slices[slice], factor, patch, slice);
                spreadOne(image, start + slices[slice + 1], factor, patch, slice + 1);
                spreadOne(image, start + slices[slice + 2], factor, patch, slice + 2);
                spreadOne(image, start + slices[slice + 3], factor, patch, slice + 3);
                spreadOne(image, start + slices[slice + 4], factor, patch, slice + 4);
            }
            for (; slice < slices.length; slice++) {
                spreadOne(image, start + slices[slice], factor, patch, slice);
            }
        }
    }

    private static void spreadOne(float[] image, int to, FloatVector factor, float[] patch, int slice) {
        var product = factor.mul(FloatVector.fromArray(SPECIES, patch, slice * WIDTH));
        FloatVector.fromArray(SPECIES, image, to).add(product).intoArray(image, to);
    }
}
