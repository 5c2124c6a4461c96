package io.github.lenet.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors as wide as the registers of the processor, one, two or four of them for sixteen lanes, and eight sums that
 * stay in registers: four factors times two vectors. More do not fit in the sixteen registers of AVX2. No fused
 * multiply-add: it would round once where Java rounds twice. Each loop is a method of its own without inner loops,
 * because JDK 17 keeps no vector in a register across one, and takes two steps at a time, because the compiler does not
 * unroll loops of this length. Products come first in an addition ({@code product.add(sum)}): what merges at the
 * beginning of a loop is not always known to be a vector to the compiler of JDK 17, and then must not be what a method
 * is called on.
 */
final class VectorLaneLoops implements LaneLoops {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > Workspace.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    /** Vectors for the lanes of one place. */
    private static final int PARTS = Workspace.LANES / WIDTH;

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
        int vectors = sums.from().length * PARTS;
        for (int vector = 0; vector < vectors; vector += 2) {
            for (int output = 0; output < sums.outputs(); output += 4) {
                sumFourByTwo(sums, vector, output, values, weights, firstWeight, biases, firstBias, adds, results);
            }
        }
    }

    private static float bias(float[] biases, int firstBias, int output) {
        return firstBias < 0 ? 0 : biases[firstBias + output];
    }

    /** The last ones of a number that is no multiple of four, or two, are computed several times. */
    private static void sumFourByTwo(
            LaneSums sums,
            int vector,
            int output,
            float[] values,
            float[] weights,
            int firstWeight,
            float[] biases,
            int firstBias,
            boolean adds,
            float[] results) {
        int[] taps = sums.taps();
        int nextVector = Math.min(vector + 1, sums.from().length * PARTS - 1);
        int x0 = sums.from()[vector / PARTS] + vector % PARTS * WIDTH;
        int x1 = sums.from()[nextVector / PARTS] + nextVector % PARTS * WIDTH;
        int lastOutput = sums.outputs() - 1;
        int output1 = Math.min(output + 1, lastOutput);
        int output2 = Math.min(output + 2, lastOutput);
        int output3 = Math.min(output + 3, lastOutput);
        int w0 = firstWeight + output * taps.length;
        int w1 = firstWeight + output1 * taps.length;
        int w2 = firstWeight + output2 * taps.length;
        int w3 = firstWeight + output3 * taps.length;
        var a0 = FloatVector.zero(SPECIES);
        var a1 = a0;
        var b0 = a0;
        var b1 = a0;
        var c0 = a0;
        var c1 = a0;
        var d0 = a0;
        var d1 = a0;
        int even = taps.length - taps.length % 2;
        for (int i = 0; i < even; i += 2) {
            int tap = taps[i];
            var p = FloatVector.fromArray(SPECIES, values, x0 + tap);
            var q = FloatVector.fromArray(SPECIES, values, x1 + tap);
            var w = FloatVector.broadcast(SPECIES, weights[w0 + i]);
            a0 = w.mul(p).add(a0);
            a1 = w.mul(q).add(a1);
            w = FloatVector.broadcast(SPECIES, weights[w1 + i]);
            b0 = w.mul(p).add(b0);
            b1 = w.mul(q).add(b1);
            w = FloatVector.broadcast(SPECIES, weights[w2 + i]);
            c0 = w.mul(p).add(c0);
            c1 = w.mul(q).add(c1);
            w = FloatVector.broadcast(SPECIES, weights[w3 + i]);
            d0 = w.mul(p).add(d0);
            d1 = w.mul(q).add(d1);
            tap = taps[i + 1];
            p = FloatVector.fromArray(SPECIES, values, x0 + tap);
            q = FloatVector.fromArray(SPECIES, values, x1 + tap);
            w = FloatVector.broadcast(SPECIES, weights[w0 + i + 1]);
            a0 = w.mul(p).add(a0);
            a1 = w.mul(q).add(a1);
            w = FloatVector.broadcast(SPECIES, weights[w1 + i + 1]);
            b0 = w.mul(p).add(b0);
            b1 = w.mul(q).add(b1);
            w = FloatVector.broadcast(SPECIES, weights[w2 + i + 1]);
            c0 = w.mul(p).add(c0);
            c1 = w.mul(q).add(c1);
            w = FloatVector.broadcast(SPECIES, weights[w3 + i + 1]);
            d0 = w.mul(p).add(d0);
            d1 = w.mul(q).add(d1);
        }
        if (even < taps.length) {
            int tap = taps[even];
            var p = FloatVector.fromArray(SPECIES, values, x0 + tap);
            var q = FloatVector.fromArray(SPECIES, values, x1 + tap);
            var w = FloatVector.broadcast(SPECIES, weights[w0 + even]);
            a0 = w.mul(p).add(a0);
            a1 = w.mul(q).add(a1);
            w = FloatVector.broadcast(SPECIES, weights[w1 + even]);
            b0 = w.mul(p).add(b0);
            b1 = w.mul(q).add(b1);
            w = FloatVector.broadcast(SPECIES, weights[w2 + even]);
            c0 = w.mul(p).add(c0);
            c1 = w.mul(q).add(c1);
            w = FloatVector.broadcast(SPECIES, weights[w3 + even]);
            d0 = w.mul(p).add(d0);
            d1 = w.mul(q).add(d1);
        }
        int to0 = sums.to()[vector / PARTS] + vector % PARTS * WIDTH;
        int to1 = sums.to()[nextVector / PARTS] + nextVector % PARTS * WIDTH;
        int o0 = output * sums.outputStep();
        int o1 = output1 * sums.outputStep();
        int o2 = output2 * sums.outputStep();
        int o3 = output3 * sums.outputStep();
        if (adds) {
            // All are read before the first is written, for those that are computed several times.
            var a0Before = FloatVector.fromArray(SPECIES, results, to0 + o0);
            var a1Before = FloatVector.fromArray(SPECIES, results, to1 + o0);
            var b0Before = FloatVector.fromArray(SPECIES, results, to0 + o1);
            var b1Before = FloatVector.fromArray(SPECIES, results, to1 + o1);
            var c0Before = FloatVector.fromArray(SPECIES, results, to0 + o2);
            var c1Before = FloatVector.fromArray(SPECIES, results, to1 + o2);
            var d0Before = FloatVector.fromArray(SPECIES, results, to0 + o3);
            var d1Before = FloatVector.fromArray(SPECIES, results, to1 + o3);
            a0Before.add(a0).intoArray(results, to0 + o0);
            a1Before.add(a1).intoArray(results, to1 + o0);
            b0Before.add(b0).intoArray(results, to0 + o1);
            b1Before.add(b1).intoArray(results, to1 + o1);
            c0Before.add(c0).intoArray(results, to0 + o2);
            c1Before.add(c1).intoArray(results, to1 + o2);
            d0Before.add(d0).intoArray(results, to0 + o3);
            d1Before.add(d1).intoArray(results, to1 + o3);
        } else {
            var a = FloatVector.broadcast(SPECIES, bias(biases, firstBias, output));
            a.add(a0).intoArray(results, to0 + o0);
            a.add(a1).intoArray(results, to1 + o0);
            var b = FloatVector.broadcast(SPECIES, bias(biases, firstBias, output1));
            b.add(b0).intoArray(results, to0 + o1);
            b.add(b1).intoArray(results, to1 + o1);
            var c = FloatVector.broadcast(SPECIES, bias(biases, firstBias, output2));
            c.add(c0).intoArray(results, to0 + o2);
            c.add(c1).intoArray(results, to1 + o2);
            var d = FloatVector.broadcast(SPECIES, bias(biases, firstBias, output3));
            d.add(d0).intoArray(results, to0 + o3);
            d.add(d1).intoArray(results, to1 + o3);
        }
    }

    @Override
    public void sum(LaneProducts products, float[] single, float[] sixteen, float[] results) {
        Arrays.fill(results, 0, products.size(), 0);
        for (int many = 0; many < products.sixteens().length * PARTS; many += 2) {
            for (int one = 0; one < products.singles().length; one += 4) {
                for (int run = 0; run < products.singleRuns().length; run++) {
                    addFourByTwo(products, one, many, run, single, sixteen, results);
                }
            }
        }
    }

    /** The last ones of a number that is no multiple of four, or two, are computed several times. */
    private static void addFourByTwo(
            LaneProducts products, int one, int vector, int run, float[] single, float[] sixteen, float[] results) {
        int last = products.singles().length - 1;
        int one1 = Math.min(one + 1, last);
        int one2 = Math.min(one + 2, last);
        int one3 = Math.min(one + 3, last);
        int factors = products.singleRuns()[run];
        int k0 = factors + products.singles()[one];
        int k1 = factors + products.singles()[one1];
        int k2 = factors + products.singles()[one2];
        int k3 = factors + products.singles()[one3];
        int vectors = products.sixteens().length * PARTS;
        int nextVector = Math.min(vector + 1, vectors - 1);
        int from = products.sixteenRuns()[run];
        int x0 = from + products.sixteens()[vector / PARTS] + vector % PARTS * WIDTH;
        int x1 = from + products.sixteens()[nextVector / PARTS] + nextVector % PARTS * WIDTH;
        int to0 = vector * WIDTH;
        int to1 = nextVector * WIDTH;
        int o0 = one * vectors * WIDTH;
        int o1 = one1 * vectors * WIDTH;
        int o2 = one2 * vectors * WIDTH;
        int o3 = one3 * vectors * WIDTH;
        int width = products.width();
        var a0 = FloatVector.fromArray(SPECIES, results, to0 + o0);
        var a1 = FloatVector.fromArray(SPECIES, results, to1 + o0);
        var b0 = FloatVector.fromArray(SPECIES, results, to0 + o1);
        var b1 = FloatVector.fromArray(SPECIES, results, to1 + o1);
        var c0 = FloatVector.fromArray(SPECIES, results, to0 + o2);
        var c1 = FloatVector.fromArray(SPECIES, results, to1 + o2);
        var d0 = FloatVector.fromArray(SPECIES, results, to0 + o3);
        var d1 = FloatVector.fromArray(SPECIES, results, to1 + o3);
        for (int i = 0; i < products.runLength(); i += 2) {
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
            p = FloatVector.fromArray(SPECIES, sixteen, x0 + (i + 1) * width);
            q = FloatVector.fromArray(SPECIES, sixteen, x1 + (i + 1) * width);
            k = FloatVector.broadcast(SPECIES, single[k0 + i + 1]);
            a0 = k.mul(p).add(a0);
            a1 = k.mul(q).add(a1);
            k = FloatVector.broadcast(SPECIES, single[k1 + i + 1]);
            b0 = k.mul(p).add(b0);
            b1 = k.mul(q).add(b1);
            k = FloatVector.broadcast(SPECIES, single[k2 + i + 1]);
            c0 = k.mul(p).add(c0);
            c1 = k.mul(q).add(c1);
            k = FloatVector.broadcast(SPECIES, single[k3 + i + 1]);
            d0 = k.mul(p).add(d0);
            d1 = k.mul(q).add(d1);
        }
        a0.intoArray(results, to0 + o0);
        a1.intoArray(results, to1 + o0);
        b0.intoArray(results, to0 + o1);
        b1.intoArray(results, to1 + o1);
        c0.intoArray(results, to0 + o2);
        c1.intoArray(results, to1 + o2);
        d0.intoArray(results, to0 + o3);
        d1.intoArray(results, to1 + o3);
    }
}
