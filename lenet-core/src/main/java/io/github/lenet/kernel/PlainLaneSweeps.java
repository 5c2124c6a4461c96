package io.github.lenet.kernel;

import java.util.Arrays;

/** Java that runs everywhere. */
final class PlainLaneSweeps implements LaneSweeps {

    private final int lanes;

    PlainLaneSweeps(int lanes) {
        this.lanes = lanes;
    }

    @Override
    public void sum(int[] places, int first, float[] values, float[] sums) {
        Arrays.fill(sums, 0);
        for (int place : places) {
            for (var lane = 0; lane < lanes; lane++) {
                sums[lane] += values[first + place + lane];
            }
        }
    }

    @Override
    public void sumSquares(int[] places, int first, float[] values, float mean, float[] sums) {
        Arrays.fill(sums, 0);
        for (int place : places) {
            for (var lane = 0; lane < lanes; lane++) {
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
            for (var i = first + place; i < first + place + lanes; i++) {
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
            for (var lane = 0; lane < lanes; lane++) {
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
            for (var i = first + place; i < first + place + lanes; i++) {
                results[i] = scale * (gradients[i] - meanGradient - (values[i] - mean) * factor * meanProduct);
            }
        }
    }

    @Override
    public void raise(int[] places, int first, float[] results, int[] from, int firstFrom, float[] values) {
        for (var i = 0; i < places.length; i++) {
            var place = first + places[i];
            var value = firstFrom + from[i];
            for (var lane = 0; lane < lanes; lane++) {
                results[place + lane] = Math.max(results[place + lane], values[value + lane]);
            }
        }
    }

    @Override
    public void passBack(
            int[] places,
            int first,
            float[] results,
            float[] gradients,
            int[] from,
            int firstFrom,
            float[] values,
            float[] valueGradients) {
        for (var i = 0; i < places.length; i++) {
            var place = first + places[i];
            var value = firstFrom + from[i];
            for (var lane = 0; lane < lanes; lane++) {
                if (values[value + lane] == results[place + lane]) {
                    valueGradients[value + lane] += gradients[place + lane];
                    gradients[place + lane] = 0;
                }
            }
        }
    }
}
