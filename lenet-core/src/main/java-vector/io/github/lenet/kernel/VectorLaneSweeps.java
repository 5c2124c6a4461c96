package io.github.lenet.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Vectors as in {@link VectorLaneLoops}, and the same care for what the compiler knows to be a vector. */
final class VectorLaneSweeps implements LaneSweeps {

    private static final VectorSpecies<Float> SPECIES = VectorLaneLoops.SPECIES;
    private static final int WIDTH = SPECIES.length();

    @Override
    public void sum(int[] places, int first, float[] values, float[] sums) {
        for (int lane = 0; lane < Workspace.LANES; lane += WIDTH) {
            sumLanes(places, first, lane, values, sums);
        }
    }

    private static void sumLanes(int[] places, int first, int lane, float[] values, float[] sums) {
        var sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < places.length; i++) {
            sum = FloatVector.fromArray(SPECIES, values, first + lane + places[i])
                    .add(sum);
        }
        VectorLaneLoops.ONE.mul(sum).intoArray(sums, lane);
    }

    @Override
    public void sumSquares(int[] places, int first, float[] values, float mean, float[] sums) {
        for (int lane = 0; lane < Workspace.LANES; lane += WIDTH) {
            sumSquaresOfLanes(places, first, lane, values, mean, sums);
        }
    }

    private static void sumSquaresOfLanes(int[] places, int first, int lane, float[] values, float mean, float[] sums) {
        var sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < places.length; i++) {
            var distance = FloatVector.fromArray(SPECIES, values, first + lane + places[i])
                    .sub(mean);
            sum = distance.mul(distance).add(sum);
        }
        VectorLaneLoops.ONE.mul(sum).intoArray(sums, lane);
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
        for (int lane = 0; lane < Workspace.LANES; lane += WIDTH) {
            for (int i = 0; i < places.length; i++) {
                int place = first + lane + places[i];
                FloatVector.fromArray(SPECIES, values, place)
                        .sub(mean)
                        .mul(factor)
                        .add(shift)
                        .max(limit)
                        .intoArray(results, place);
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
        for (int lane = 0; lane < Workspace.LANES; lane += WIDTH) {
            sumGradientsOfLanes(places, first, lane, gradients, results, limit, values, mean, factor, sums, products);
        }
    }

    private static void sumGradientsOfLanes(
            int[] places,
            int first,
            int lane,
            float[] gradients,
            float[] results,
            float limit,
            float[] values,
            float mean,
            float factor,
            float[] sums,
            float[] products) {
        var zero = FloatVector.zero(SPECIES);
        var sum = zero;
        var product = zero;
        for (int i = 0; i < places.length; i++) {
            int place = first + lane + places[i];
            var isAbove = FloatVector.fromArray(SPECIES, results, place).compare(VectorOperators.GT, limit);
            var gradient = zero.blend(FloatVector.fromArray(SPECIES, gradients, place), isAbove);
            gradient.intoArray(gradients, place);
            sum = gradient.add(sum);
            var normalized =
                    FloatVector.fromArray(SPECIES, values, place).sub(mean).mul(factor);
            product = gradient.mul(normalized).add(product);
        }
        VectorLaneLoops.ONE.mul(sum).intoArray(sums, lane);
        VectorLaneLoops.ONE.mul(product).intoArray(products, lane);
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
        for (int lane = 0; lane < Workspace.LANES; lane += WIDTH) {
            for (int i = 0; i < places.length; i++) {
                int place = first + lane + places[i];
                var product = FloatVector.fromArray(SPECIES, values, place)
                        .sub(mean)
                        .mul(factor)
                        .mul(meanProduct);
                FloatVector.fromArray(SPECIES, gradients, place)
                        .sub(meanGradient)
                        .sub(product)
                        .mul(scale)
                        .intoArray(results, place);
            }
        }
    }

    @Override
    public void raise(int[] places, int first, float[] results, int[] from, int firstFrom, float[] values) {
        for (int lane = 0; lane < Workspace.LANES; lane += WIDTH) {
            for (int i = 0; i < places.length; i++) {
                int place = first + lane + places[i];
                FloatVector.fromArray(SPECIES, results, place)
                        .max(FloatVector.fromArray(SPECIES, values, firstFrom + lane + from[i]))
                        .intoArray(results, place);
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
        for (int lane = 0; lane < Workspace.LANES; lane += WIDTH) {
            for (int i = 0; i < places.length; i++) {
                int place = first + lane + places[i];
                int value = firstFrom + lane + from[i];
                var isEqual = FloatVector.fromArray(SPECIES, values, value)
                        .compare(VectorOperators.EQ, FloatVector.fromArray(SPECIES, results, place));
                var gradient = FloatVector.fromArray(SPECIES, gradients, place);
                var valueGradient = FloatVector.fromArray(SPECIES, valueGradients, value);
                valueGradient.blend(valueGradient.add(gradient), isEqual).intoArray(valueGradients, value);
                gradient.blend(0, isEqual).intoArray(gradients, place);
            }
        }
    }
}
