package io.github.lenet.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors as wide as the registers of the processor, one, two or four of them for sixteen lanes, and eight sums that
 * stay in registers: four factors times two vectors. More do not fit in the sixteen registers of AVX2. No fused
 * multiply-add: it would round once where Java rounds twice.
 *
 * <p>What the compiler of JDK 17 asks for, or vectors become objects, in one start of the JVM or another, and
 * everything is ten times slower: each loop is a method of its own without inner loops. No method takes or gives a
 * vector. What merges at the beginning of a loop is not what a method is called on: products come first in an addition
 * ({@code product.add(sum)}), and a sum is stored as one times it. And a method has no more than forty calls, because
 * the compiler looks into no more than make a number of nodes ({@code NodeCountInliningCutoff}).
 */
final class VectorLaneLoops implements LaneLoops {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > Workspace.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    /** Vectors for the lanes of one place. */
    private static final int PARTS = Workspace.LANES / WIDTH;

    /** What a sum is multiplied by to be stored. */
    static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1);

    /** Sums of four factors times two vectors. */
    private final float[] eight = new float[8 * WIDTH];

    private float[] biasVectors = {};

    @Override
    public void sum(
            LaneSums sums,
            float[] values,
            float[] weights,
            int firstWeight,
            float[] biases,
            int firstBias,
            boolean adds,
            float[] results) {
        // A sum without a bias is stored as it is; the last factors of an uneven number have no place of their own.
        boolean stores = !adds && firstBias < 0 && sums.outputs() % 4 == 0;
        if (!adds && !stores) {
            fillBiasVectors(sums.outputs(), biases, firstBias);
        }
        int step = sums.outputStep();
        int vectors = sums.from().length * PARTS;
        for (int vector = 0; vector < vectors; vector += 2) {
            int next = Math.min(vector + 1, vectors - 1);
            int from = place(sums.from(), vector);
            int nextFrom = place(sums.from(), next);
            int to = place(sums.to(), vector);
            int nextTo = place(sums.to(), next);
            for (int output = 0; output < sums.outputs(); output += 4) {
                int first = output * step;
                if (stores) {
                    sumFourByTwo(
                            sums,
                            output,
                            from,
                            nextFrom,
                            values,
                            weights,
                            firstWeight,
                            results,
                            to + first,
                            nextTo + first,
                            step);
                } else {
                    sumFourByTwo(
                            sums, output, from, nextFrom, values, weights, firstWeight, eight, 0, WIDTH, 2 * WIDTH);
                    int count = Math.min(4, sums.outputs() - output);
                    if (adds) {
                        add(
                                eight,
                                results,
                                to + first,
                                nextTo + first,
                                step,
                                results,
                                to + first,
                                nextTo + first,
                                step,
                                count);
                    } else {
                        int bias = output * WIDTH;
                        add(eight, biasVectors, bias, bias, WIDTH, results, to + first, nextTo + first, step, count);
                    }
                }
            }
        }
    }

    private static int place(int[] places, int vector) {
        return places[vector / PARTS] + vector % PARTS * WIDTH;
    }

    private void fillBiasVectors(int outputs, float[] biases, int firstBias) {
        if (biasVectors.length < outputs * WIDTH) {
            biasVectors = new float[outputs * WIDTH];
        }
        for (int output = 0; output < outputs; output++) {
            float bias = firstBias < 0 ? 0 : biases[firstBias + output];
            Arrays.fill(biasVectors, output * WIDTH, (output + 1) * WIDTH, bias);
        }
    }

    private static void sumFourByTwo(
            LaneSums sums,
            int output,
            int from,
            int nextFrom,
            float[] values,
            float[] weights,
            int firstWeight,
            float[] results,
            int to,
            int nextTo,
            int step) {
        int[] taps = sums.taps();
        int first = firstWeight + output * taps.length;
        var a0 = FloatVector.zero(SPECIES);
        var a1 = a0;
        var b0 = a0;
        var b1 = a0;
        var c0 = a0;
        var c1 = a0;
        var d0 = a0;
        var d1 = a0;
        for (int i = 0; i < taps.length; i++) {
            int tap = taps[i];
            var p = FloatVector.fromArray(SPECIES, values, from + tap);
            var q = FloatVector.fromArray(SPECIES, values, nextFrom + tap);
            var w = FloatVector.broadcast(SPECIES, weights[first + 4 * i]);
            a0 = w.mul(p).add(a0);
            a1 = w.mul(q).add(a1);
            w = FloatVector.broadcast(SPECIES, weights[first + 4 * i + 1]);
            b0 = w.mul(p).add(b0);
            b1 = w.mul(q).add(b1);
            w = FloatVector.broadcast(SPECIES, weights[first + 4 * i + 2]);
            c0 = w.mul(p).add(c0);
            c1 = w.mul(q).add(c1);
            w = FloatVector.broadcast(SPECIES, weights[first + 4 * i + 3]);
            d0 = w.mul(p).add(d0);
            d1 = w.mul(q).add(d1);
        }
        ONE.mul(a0).intoArray(results, to);
        ONE.mul(a1).intoArray(results, nextTo);
        ONE.mul(b0).intoArray(results, to + step);
        ONE.mul(b1).intoArray(results, nextTo + step);
        ONE.mul(c0).intoArray(results, to + 2 * step);
        ONE.mul(c1).intoArray(results, nextTo + 2 * step);
        ONE.mul(d0).intoArray(results, to + 3 * step);
        ONE.mul(d1).intoArray(results, nextTo + 3 * step);
    }

    /**
     * Sets results to what was before plus the sums.
     *
     * @param before where the first vector, and the next, of the first factor lies before; {@code beforeStep} on those
     *     of the second
     * @param to where they go; the same where there is no next
     * @param count factors, at most four
     */
    private static void add(
            float[] eight,
            float[] before,
            int first,
            int next,
            int beforeStep,
            float[] results,
            int to,
            int nextTo,
            int step,
            int count) {
        for (int i = 0; i < count; i++) {
            FloatVector.fromArray(SPECIES, before, first + i * beforeStep)
                    .add(FloatVector.fromArray(SPECIES, eight, 2 * i * WIDTH))
                    .intoArray(results, to + i * step);
            if (nextTo != to) {
                FloatVector.fromArray(SPECIES, before, next + i * beforeStep)
                        .add(FloatVector.fromArray(SPECIES, eight, (2 * i + 1) * WIDTH))
                        .intoArray(results, nextTo + i * step);
            }
        }
    }

    @Override
    public void sum(LaneProducts products, float[] single, float[] sixteen, boolean adds, float[] results) {
        if (!adds) {
            Arrays.fill(results, 0, products.size(), 0);
        }
        int vectors = products.sixteens().length * PARTS;
        int step = vectors * WIDTH;
        for (int vector = 0; vector < vectors; vector += 2) {
            int next = Math.min(vector + 1, vectors - 1);
            int from = place(products.sixteens(), vector);
            int nextFrom = place(products.sixteens(), next);
            for (int one = 0; one < products.singles().length; one += 4) {
                int count = Math.min(4, products.singles().length - one);
                int to = one * step + vector * WIDTH;
                int nextTo = one * step + next * WIDTH;
                for (int run = 0; run < products.singleRuns().length; run++) {
                    sumFourByTwo(products, one, run, from, nextFrom, single, sixteen, eight);
                    add(eight, results, to, nextTo, step, results, to, nextTo, step, count);
                }
            }
        }
    }

    /** The last single value is taken several times where their number is no multiple of four. */
    private static void sumFourByTwo(
            LaneProducts products,
            int one,
            int run,
            int from,
            int nextFrom,
            float[] single,
            float[] sixteen,
            float[] eight) {
        int[] singles = products.singles();
        int last = singles.length - 1;
        int factors = products.singleRuns()[run];
        int k0 = factors + singles[one];
        int k1 = factors + singles[Math.min(one + 1, last)];
        int k2 = factors + singles[Math.min(one + 2, last)];
        int k3 = factors + singles[Math.min(one + 3, last)];
        int x0 = products.sixteenRuns()[run] + from;
        int x1 = products.sixteenRuns()[run] + nextFrom;
        int width = products.width();
        int length = products.runLength();
        var a0 = FloatVector.zero(SPECIES);
        var a1 = a0;
        var b0 = a0;
        var b1 = a0;
        var c0 = a0;
        var c1 = a0;
        var d0 = a0;
        var d1 = a0;
        for (int i = 0; i < length; i++) {
            var p = FloatVector.fromArray(SPECIES, sixteen, x0 + i * width);
            var q = FloatVector.fromArray(SPECIES, sixteen, x1 + i * width);
            var k = FloatVector.broadcast(SPECIES, single[k0 + i]);
            a0 = k.mul(p).add(a0);
            a1 = k.mul(q).add(a1);
            k = FloatVector.broadcast(SPECIES, single[k1 + i]);
            b0 = k.mul(p).add(b0);
            b1 = k.mul(q).add(b1);
            k = FloatVector.broadcast(SPECIES, single[k2 + i]);
            c0 = k.mul(p).add(c0);
            c1 = k.mul(q).add(c1);
            k = FloatVector.broadcast(SPECIES, single[k3 + i]);
            d0 = k.mul(p).add(d0);
            d1 = k.mul(q).add(d1);
        }
        ONE.mul(a0).intoArray(eight, 0);
        ONE.mul(a1).intoArray(eight, WIDTH);
        ONE.mul(b0).intoArray(eight, 2 * WIDTH);
        ONE.mul(b1).intoArray(eight, 3 * WIDTH);
        ONE.mul(c0).intoArray(eight, 4 * WIDTH);
        ONE.mul(c1).intoArray(eight, 5 * WIDTH);
        ONE.mul(d0).intoArray(eight, 6 * WIDTH);
        ONE.mul(d1).intoArray(eight, 7 * WIDTH);
    }
}
