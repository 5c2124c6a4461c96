package io.github.lenet.kernel;

import java.util.Arrays;

/** Java that runs everywhere. The compiler finds vector instructions itself, for {@link Rows}. */
final class PlainLaneLoops implements LaneLoops {

    /** How many values of an output are computed at a time: few enough that those of all outputs stay in the cache. */
    static final int TILE = 512;

    private final int lanes;
    private final float[][] shifted = Rows.allocate(Rows.GROUP, TILE);
    private final float[] beginning = shifted[0];
    private final float[] sixteen = new float[Workspace.LANES];
    private float[][] sums = {};
    /** {@code [sum][shifted]}. */
    private float[] factors = {};

    PlainLaneLoops(int lanes) {
        this.lanes = lanes;
    }

    @Override
    public void sum(
            LaneSums table,
            float[] values,
            float[] weights,
            int firstWeight,
            float[] biases,
            int firstBias,
            boolean adds,
            float[] results) {
        if (sums.length != table.outputs()) {
            sums = Rows.allocate(table.outputs(), TILE);
            factors = new float[sums.length * Rows.GROUP];
        }
        var taps = table.taps();
        var positions = TILE / lanes;
        for (var position = 0; position < table.from().length; position += positions) {
            var end = Math.min(position + positions, table.from().length);
            var length = (end - position) * lanes;
            for (float[] sum : sums) {
                Arrays.fill(sum, 0, length, 0);
            }
            for (var tap = 0; tap < taps.length; tap += Rows.GROUP) {
                var count = Math.min(Rows.GROUP, taps.length - tap);
                for (var i = 0; i < count; i++) {
                    gather(values, table.from(), position, end, taps[tap + i], shifted[i]);
                }
                for (var i = 0; i < sums.length * count; i++) {
                    factors[i] = weights[firstWeight + LaneSums.weight(i / count, tap + i % count, taps.length)];
                }
                Rows.add(sums, length, shifted, count, factors, 0, count);
            }
            for (var output = 0; output < sums.length; output++) {
                if (adds) {
                    gather(results, table.to(), position, end, output * table.outputStep(), beginning);
                } else {
                    Arrays.fill(beginning, 0, length, firstBias < 0 ? 0 : biases[firstBias + output]);
                }
                add(sums[output], beginning, length);
                spread(sums[output], results, table.to(), position, end, output * table.outputStep());
            }
        }
    }

    /** Copies what lies at the same distance from some places, as many neighbours at a time as there are. */
    private void gather(float[] values, int[] places, int first, int end, int distance, float[] row) {
        var next = first;
        for (var place = first; place < end; place = next) {
            next = endOfRun(places, place, end);
            System.arraycopy(values, places[place] + distance, row, (place - first) * lanes, (next - place) * lanes);
        }
    }

    private void spread(float[] row, float[] values, int[] places, int first, int end, int distance) {
        var next = first;
        for (var place = first; place < end; place = next) {
            next = endOfRun(places, place, end);
            System.arraycopy(row, (place - first) * lanes, values, places[place] + distance, (next - place) * lanes);
        }
    }

    private static void add(float[] sums, float[] values, int length) {
        for (var i = 0; i < length; i++) {
            sums[i] = values[i] + sums[i];
        }
    }

    private int endOfRun(int[] places, int first, int end) {
        var next = first + 1;
        while (next < end && places[next] == places[next - 1] + lanes) {
            next++;
        }
        return next;
    }

    @Override
    public void sum(LaneProducts products, float[] single, float[] values, boolean adds, float[] results) {
        if (!adds) {
            Arrays.fill(results, 0, products.size(), 0);
        }
        var to = 0;
        for (int one : products.singles()) {
            for (int many : products.sixteens()) {
                for (var run = 0; run < products.singleRuns().length; run++) {
                    sum(products, products.singleRuns()[run] + one, products.sixteenRuns()[run] + many, single, values);
                    for (var i = 0; i < Workspace.LANES; i++) {
                        results[to + i] += sixteen[i];
                    }
                }
                to += Workspace.LANES;
            }
        }
    }

    private void sum(LaneProducts products, int first, int firstSixteen, float[] single, float[] values) {
        Arrays.fill(sixteen, 0);
        var from = firstSixteen;
        for (var factor = first; factor < first + products.runLength(); factor++, from += products.width()) {
            for (var i = 0; i < Workspace.LANES; i++) {
                sixteen[i] += single[factor] * values[from + i];
            }
        }
    }
}
