package io.github.lenet.kernel;

import java.util.Arrays;

/** Java that runs everywhere. */
final class PlainLaneSweeps implements LaneSweeps {

    private static final int LANES = Workspace.LANES;

    @Override
    public void sum(int[] places, int first, float[] values, float[] sums) {
        Arrays.fill(sums, 0);
        for (int place : places) {
            for (var lane = 0; lane < LANES; lane++) {
                sums[lane] += values[first + place + lane];
            }
        }
    }

    @Override
    public void sumSquares(int[] places, int first, float[] values, float mean, float[] sums) {
        Arrays.fill(sums, 0);
        for (int place : places) {
            for (var lane = 0; lane < LANES; lane++) {
                var distance = values[first + place + lane] - mean;
                sums[lane] += distance * distance;
            }
        }
    }

    @Override
    public void normalize(
            int[] places,
            int first,
            float[] values,
            float mean,
            float factor,
            float shift,
            float limit,
            float[] results) {
        for (int place : places) {
            for (var i = first + place; i < first + place + LANES; i++) {
                results[i] = Math.max((values[i] - mean) * factor + shift, limit);
            }
        }
    }

    @Override
    public void sumGradients(
            int[] places,
            int first,
            float[] gradients,
            float[] results,
            float limit,
            float[] values,
            float mean,
            float factor,
            float[] sums,
            float[] products) {
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int place : places) {
            for (var lane = 0; lane < LANES; lane++) {
                var i = first + place + lane;
                var gradient = results[i] > limit ? gradients[i] : 0;
                gradients[i] = gradient;
                sums[lane] += gradient;
                products[lane] += gradient * ((values[i] - mean) * factor);
            }
        }
    }

    @Override
    public void subtractMeans(
            int[] places,
            int first,
            float[] gradients,
            float meanGradient,
            float[] values,
            float mean,
            float factor,
            float meanProduct,
            float scale,
            float[] results) {
        for (int place : places) {
            for (var i = first + place; i < first + place + LANES; i++) {
                results[i] = scale * (gradients[i] - meanGradient - (values[i] - mean) * factor * meanProduct);
            }
        }
    }
}
