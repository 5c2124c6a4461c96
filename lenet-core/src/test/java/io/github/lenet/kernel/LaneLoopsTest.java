package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The loops that this JVM has give the bits of plain Java, for any number of outputs, positions and taps. */
class LaneLoopsTest {

    private static final int LANES = Workspace.LANES;

    private final SplittableRandom random = new SplittableRandom(1);
    private final LaneLoops fastest = LaneLoops.fastest(LANES);
    private final LaneLoops plain = new PlainLaneLoops(LANES);

    private float[] values(int count) {
        var values = new float[count];
        for (var i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    private int[] places(int count, int step, int bound) {
        return random.ints(count, 0, bound).map(place -> place * step).toArray();
    }

    @Test
    void sumsOfTaps() {
        for (var outputs = 1; outputs < 10; outputs++) {
            var taps = outputs % 3 + 6;
            for (var positions : new int[] {1, 3, 4, 5, 37}) {
                var to = new int[positions];
                Arrays.setAll(to, position -> position * LANES);
                var table = new LaneSums(
                        outputs, positions * LANES, places(taps, LANES, 5), places(positions, LANES, 40), to);
                var values = values(50 * LANES);
                var weights = values(3 + LaneSums.weights(outputs, taps));
                var biases = values(2 + outputs);
                for (var first : new int[] {-1, 2}) {
                    var before = values(outputs * positions * LANES);
                    var expected = before.clone();
                    plain.sum(table, values, weights, 3, biases, first, first < 0, expected);
                    var results = before.clone();
                    fastest.sum(table, values, weights, 3, biases, first, first < 0, results);
                    assertThat(results).containsExactly(expected);
                }
            }
        }
    }

    @Test
    void sumsBeginWithBiasesOrZero() {
        var table = new LaneSums(2, LANES, new int[] {0}, new int[] {0}, new int[] {0});
        var values = new float[LANES];
        Arrays.fill(values, 10);
        var results = new float[2 * LANES];
        for (var loops : new LaneLoops[] {plain, fastest}) {
            loops.sum(table, values, new float[] {2, 3, 0, 0}, 0, new float[] {0, 5, 7}, 1, false, results);
            assertThat(results).startsWith(25, 25).endsWith(37, 37);
            loops.sum(table, values, new float[] {2, 3, 0, 0}, 0, new float[] {0, 5, 7}, -1, false, results);
            assertThat(results).startsWith(20, 20).endsWith(30, 30);
            loops.sum(table, values, new float[] {2, 3, 0, 0}, 0, new float[] {0, 5, 7}, -1, true, results);
            assertThat(results).startsWith(40, 40).endsWith(60, 60);
        }
    }

    @Test
    void gradientsOfWeights() {
        for (var singles = 1; singles < 6; singles++) {
            for (var sixteens = 1; sixteens < 5; sixteens++) {
                var products = new LaneProducts(
                        places(singles, LANES, 5),
                        places(sixteens, LANES, 2),
                        places(9, LANES, 20),
                        places(9, 2 * LANES * LANES, 20),
                        3 * LANES,
                        2 * LANES);
                var single = values(27 * LANES);
                var sixteen = values(24 * 2 * LANES * LANES);
                var before = values(products.size());
                for (var adds : new boolean[] {false, true}) {
                    var expected = before.clone();
                    plain.sum(products, single, sixteen, adds, expected);
                    var results = before.clone();
                    fastest.sum(products, single, sixteen, adds, results);
                    assertThat(results).containsExactly(expected);
                    assertThat(expected).doesNotContain(0).doesNotContain(before);
                }
            }
        }
    }

    @Test
    void transformsOfTiles() {
        var tiles = LaneTiles.fastest(LANES);
        var plainTiles = new PlainLaneTiles(LANES);
        var values = values(4000);
        for (var columnStep : new int[] {LANES, 3 * LANES}) {
            var points = new float[16 * 400];
            tiles.inputs(values, 3, 900, columnStep, 3, points, 2, 400);
            var expectedPoints = new float[16 * 400];
            plainTiles.inputs(values, 3, 900, columnStep, 3, expectedPoints, 2, 400);
            assertThat(points).containsExactly(expectedPoints).isNotEqualTo(new float[16 * 400]);
        }
        var points = new float[16 * 100];
        tiles.gradients(values, 3, 900, 3, points, 2, 100);
        var expectedPoints = new float[16 * 100];
        plainTiles.gradients(values, 3, 900, 3, expectedPoints, 2, 100);
        assertThat(points).containsExactly(expectedPoints).isNotEqualTo(new float[16 * 100]);

        for (var adds : new boolean[] {false, true}) {
            for (var place = 0; place < 4; place++) {
                var results = values.clone();
                tiles.outputs(points, 2, 100, place / 2, place % 2, 3, 0.25f, adds, results, 5);
                var expected = values.clone();
                plainTiles.outputs(points, 2, 100, place / 2, place % 2, 3, 0.25f, adds, expected, 5);
                assertThat(results).containsExactly(expected).isNotEqualTo(values);
            }
        }
    }

    @Test
    void sweepsOfPlanes() {
        var sweeps = LaneSweeps.fastest(LANES);
        var places = new int[] {3 * LANES, LANES, 0, 7 * LANES};
        var values = values(12 * LANES);
        var outputs = values(12 * LANES);
        var gradients = values(12 * LANES);
        for (var limit : new float[] {0, Float.NEGATIVE_INFINITY}) {
            assertThat(sweep(sweeps, places, values, outputs, gradients.clone(), limit))
                    .containsExactly(
                            sweep(new PlainLaneSweeps(LANES), places, values, outputs, gradients.clone(), limit));
        }
    }

    private static float[] sweep(
            LaneSweeps sweeps, int[] places, float[] values, float[] outputs, float[] gradients, float limit) {
        var sums = new float[4][LANES];
        sweeps.sum(places, LANES, values, sums[0]);
        sweeps.sumSquares(places, LANES, values, 0.3f, sums[1]);
        sweeps.sumGradients(places, LANES, gradients, outputs, limit, values, 0.3f, 0.7f, sums[2], sums[3]);
        var results = new float[2][values.length];
        sweeps.normalize(places, LANES, values, 0.3f, 0.7f, -0.1f, limit, results[0]);
        sweeps.subtractMeans(places, LANES, gradients, 0.2f, values, 0.3f, 0.7f, 0.4f, 1.1f, results[1]);
        var from = new int[] {LANES, 5 * LANES, 2 * LANES, 6 * LANES};
        var raised = outputs.clone();
        sweeps.raise(places, LANES, raised, from, 0, values);
        var valueGradients = values.clone();
        sweeps.passBack(places, LANES, raised, gradients, from, 0, values, valueGradients);
        var all = new float[4 * LANES + 5 * values.length];
        System.arraycopy(raised, 0, all, 4 * LANES + 3 * values.length, values.length);
        System.arraycopy(valueGradients, 0, all, 4 * LANES + 4 * values.length, values.length);
        for (var i = 0; i < 4; i++) {
            System.arraycopy(sums[i], 0, all, i * LANES, LANES);
        }
        System.arraycopy(results[0], 0, all, 4 * LANES, values.length);
        System.arraycopy(results[1], 0, all, 4 * LANES + values.length, values.length);
        System.arraycopy(gradients, 0, all, 4 * LANES + 2 * values.length, values.length);
        return all;
    }
}
