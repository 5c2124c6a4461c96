package io.github.lenet.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors as wide as the registers of the processor, one, two or four of them for sixteen lanes, and sums that stay in
 * registers: twelve or sixteen of them, because more do not fit. No fused multiply-add: it would round once where Java
 * rounds twice. Each loop is a method of its own without inner loops, because JDK 17 keeps no vector in a register
 * across one. Products come first in an addition ({@code product.add(sum)}): what merges at the beginning of a loop is
 * not always known to be a vector to the compiler of JDK 17, and then must not be what a method is called on.
 */
final class VectorLaneLoops implements LaneLoops {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > Workspace.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

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
        if (!adds) {
            begin(sums, biases, firstBias, results);
        }
        for (int position = 0; position < sums.from().length; position += 4) {
            for (int output = 0; output < sums.outputs(); output += 4) {
                for (int lane = 0; lane < Workspace.LANES; lane += WIDTH) {
                    sumFourByFour(sums, position, output, lane, values, weights, firstWeight, results);
                }
            }
        }
    }

    private static void begin(LaneSums sums, float[] biases, int firstBias, float[] results) {
        for (int output = 0; output < sums.outputs(); output++) {
            float bias = firstBias < 0 ? 0 : biases[firstBias + output];
            for (int to : sums.to()) {
                int first = to + output * sums.outputStep();
                Arrays.fill(results, first, first + Workspace.LANES, bias);
            }
        }
    }

    /** The last ones of a number that is no multiple of four are computed several times. */
    private static void sumFourByFour(
            LaneSums sums,
            int position,
            int output,
            int lane,
            float[] values,
            float[] weights,
            int firstWeight,
            float[] results) {
        int[] taps = sums.taps();
        int lastPosition = sums.from().length - 1;
        int position1 = Math.min(position + 1, lastPosition);
        int position2 = Math.min(position + 2, lastPosition);
        int position3 = Math.min(position + 3, lastPosition);
        int lastOutput = sums.outputs() - 1;
        int output1 = Math.min(output + 1, lastOutput);
        int output2 = Math.min(output + 2, lastOutput);
        int output3 = Math.min(output + 3, lastOutput);
        int x0 = sums.from()[position] + lane;
        int x1 = sums.from()[position1] + lane;
        int x2 = sums.from()[position2] + lane;
        int x3 = sums.from()[position3] + lane;
        int w0 = firstWeight + output * taps.length;
        int w1 = firstWeight + output1 * taps.length;
        int w2 = firstWeight + output2 * taps.length;
        int w3 = firstWeight + output3 * taps.length;
        int to0 = sums.to()[position] + lane;
        int to1 = sums.to()[position1] + lane;
        int to2 = sums.to()[position2] + lane;
        int to3 = sums.to()[position3] + lane;
        int o0 = output * sums.outputStep();
        int o1 = output1 * sums.outputStep();
        int o2 = output2 * sums.outputStep();
        int o3 = output3 * sums.outputStep();
        var a0 = FloatVector.zero(SPECIES);
        var a1 = a0;
        var a2 = a0;
        var a3 = a0;
        var b0 = a0;
        var b1 = a0;
        var b2 = a0;
        var b3 = a0;
        var c0 = a0;
        var c1 = a0;
        var c2 = a0;
        var c3 = a0;
        var d0 = a0;
        var d1 = a0;
        var d2 = a0;
        var d3 = a0;
        for (int i = 0; i < taps.length; i++) {
            int tap = taps[i];
            var p = FloatVector.fromArray(SPECIES, values, x0 + tap);
            var q = FloatVector.fromArray(SPECIES, values, x1 + tap);
            var r = FloatVector.fromArray(SPECIES, values, x2 + tap);
            var s = FloatVector.fromArray(SPECIES, values, x3 + tap);
            var w = FloatVector.broadcast(SPECIES, weights[w0 + i]);
            a0 = w.mul(p).add(a0);
            a1 = w.mul(q).add(a1);
            a2 = w.mul(r).add(a2);
            a3 = w.mul(s).add(a3);
            w = FloatVector.broadcast(SPECIES, weights[w1 + i]);
            b0 = w.mul(p).add(b0);
            b1 = w.mul(q).add(b1);
            b2 = w.mul(r).add(b2);
            b3 = w.mul(s).add(b3);
            w = FloatVector.broadcast(SPECIES, weights[w2 + i]);
            c0 = w.mul(p).add(c0);
            c1 = w.mul(q).add(c1);
            c2 = w.mul(r).add(c2);
            c3 = w.mul(s).add(c3);
            w = FloatVector.broadcast(SPECIES, weights[w3 + i]);
            d0 = w.mul(p).add(d0);
            d1 = w.mul(q).add(d1);
            d2 = w.mul(r).add(d2);
            d3 = w.mul(s).add(d3);
        }
        // All are read before the first is written, for those that are computed several times.
        a0 = FloatVector.fromArray(SPECIES, results, to0 + o0).add(a0);
        a1 = FloatVector.fromArray(SPECIES, results, to1 + o0).add(a1);
        a2 = FloatVector.fromArray(SPECIES, results, to2 + o0).add(a2);
        a3 = FloatVector.fromArray(SPECIES, results, to3 + o0).add(a3);
        b0 = FloatVector.fromArray(SPECIES, results, to0 + o1).add(b0);
        b1 = FloatVector.fromArray(SPECIES, results, to1 + o1).add(b1);
        b2 = FloatVector.fromArray(SPECIES, results, to2 + o1).add(b2);
        b3 = FloatVector.fromArray(SPECIES, results, to3 + o1).add(b3);
        c0 = FloatVector.fromArray(SPECIES, results, to0 + o2).add(c0);
        c1 = FloatVector.fromArray(SPECIES, results, to1 + o2).add(c1);
        c2 = FloatVector.fromArray(SPECIES, results, to2 + o2).add(c2);
        c3 = FloatVector.fromArray(SPECIES, results, to3 + o2).add(c3);
        d0 = FloatVector.fromArray(SPECIES, results, to0 + o3).add(d0);
        d1 = FloatVector.fromArray(SPECIES, results, to1 + o3).add(d1);
        d2 = FloatVector.fromArray(SPECIES, results, to2 + o3).add(d2);
        d3 = FloatVector.fromArray(SPECIES, results, to3 + o3).add(d3);
        a0.intoArray(results, to0 + o0);
        a1.intoArray(results, to1 + o0);
        a2.intoArray(results, to2 + o0);
        a3.intoArray(results, to3 + o0);
        b0.intoArray(results, to0 + o1);
        b1.intoArray(results, to1 + o1);
        b2.intoArray(results, to2 + o1);
        b3.intoArray(results, to3 + o1);
        c0.intoArray(results, to0 + o2);
        c1.intoArray(results, to1 + o2);
        c2.intoArray(results, to2 + o2);
        c3.intoArray(results, to3 + o2);
        d0.intoArray(results, to0 + o3);
        d1.intoArray(results, to1 + o3);
        d2.intoArray(results, to2 + o3);
        d3.intoArray(results, to3 + o3);
    }

    @Override
    public void sum(LaneProducts products, float[] single, float[] sixteen, float[] results) {
        for (int many = 0; many < products.sixteens().length; many += 3) {
            for (int one = 0; one < products.singles().length; one += 4) {
                for (int part = 0; part < Workspace.LANES; part += WIDTH) {
                    sumFourByThree(products, one, many, part, single, sixteen, results);
                }
            }
        }
    }

    private static void sumFourByThree(
            LaneProducts products, int one, int many, int part, float[] single, float[] sixteen, float[] results) {
        int last = products.singles().length - 1;
        int one1 = Math.min(one + 1, last);
        int one2 = Math.min(one + 2, last);
        int one3 = Math.min(one + 3, last);
        int k0 = products.singles()[one];
        int k1 = products.singles()[one1];
        int k2 = products.singles()[one2];
        int k3 = products.singles()[one3];
        int count = products.sixteens().length;
        int many1 = Math.min(many + 1, count - 1);
        int many2 = Math.min(many + 2, count - 1);
        int x0 = products.sixteens()[many] + part;
        int x1 = products.sixteens()[many1] + part;
        int x2 = products.sixteens()[many2] + part;
        int[] singlePlaces = products.singlePlaces();
        int[] sixteenPlaces = products.sixteenPlaces();
        int width = products.width();
        var a0 = FloatVector.zero(SPECIES);
        var a1 = a0;
        var a2 = a0;
        var b0 = a0;
        var b1 = a0;
        var b2 = a0;
        var c0 = a0;
        var c1 = a0;
        var c2 = a0;
        var d0 = a0;
        var d1 = a0;
        var d2 = a0;
        for (int i = 0; i < singlePlaces.length * Workspace.LANES; i++) {
            int lane = i % Workspace.LANES;
            int from = sixteenPlaces[i / Workspace.LANES] + lane * width;
            int factor = singlePlaces[i / Workspace.LANES] + lane;
            var p = FloatVector.fromArray(SPECIES, sixteen, from + x0);
            var q = FloatVector.fromArray(SPECIES, sixteen, from + x1);
            var r = FloatVector.fromArray(SPECIES, sixteen, from + x2);
            var k = FloatVector.broadcast(SPECIES, single[factor + k0]);
            a0 = k.mul(p).add(a0);
            a1 = k.mul(q).add(a1);
            a2 = k.mul(r).add(a2);
            k = FloatVector.broadcast(SPECIES, single[factor + k1]);
            b0 = k.mul(p).add(b0);
            b1 = k.mul(q).add(b1);
            b2 = k.mul(r).add(b2);
            k = FloatVector.broadcast(SPECIES, single[factor + k2]);
            c0 = k.mul(p).add(c0);
            c1 = k.mul(q).add(c1);
            c2 = k.mul(r).add(c2);
            k = FloatVector.broadcast(SPECIES, single[factor + k3]);
            d0 = k.mul(p).add(d0);
            d1 = k.mul(q).add(d1);
            d2 = k.mul(r).add(d2);
        }
        int to = (one * count + many) * Workspace.LANES + part;
        int next = (many1 - many) * Workspace.LANES;
        int last2 = (many2 - many) * Workspace.LANES;
        a0.intoArray(results, to);
        a1.intoArray(results, to + next);
        a2.intoArray(results, to + last2);
        to = (one1 * count + many) * Workspace.LANES + part;
        b0.intoArray(results, to);
        b1.intoArray(results, to + next);
        b2.intoArray(results, to + last2);
        to = (one2 * count + many) * Workspace.LANES + part;
        c0.intoArray(results, to);
        c1.intoArray(results, to + next);
        c2.intoArray(results, to + last2);
        to = (one3 * count + many) * Workspace.LANES + part;
        d0.intoArray(results, to);
        d1.intoArray(results, to + next);
        d2.intoArray(results, to + last2);
    }
}
