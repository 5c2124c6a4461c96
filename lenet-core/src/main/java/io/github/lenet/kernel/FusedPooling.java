package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Pooling;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The activation and pooling behind a convolution, and their gradient.
 *
 * <p>An activation is monotone, so the maximum of the activations is the activation of the maximum, computed once a
 * square. The gradient of a square then belongs to one of its places. That of an average is split: it has as many parts
 * as a square has places, each with a place of its own.
 */
final class FusedPooling {

    private final Activation activation;
    private final boolean average;
    private final int places;
    private final boolean training;
    private final float[][] output;
    private final float[][] outputGradient;
    /** {@code [part][filter][square]}: which place of the square has that part of the gradient. */
    private final float[][][] partPlaces;
    /** {@code [part][filter][square]}: for an average, first the outputs of the activation, then the gradients. */
    private final float[][][] parts;

    private final float[] pooled;
    /** {@code [place in the square][square]}: the values that are pooled. */
    private final float[][] values;

    private final float[] place;
    private final float[] undecided;
    private final float[] activated;

    /**
     * Takes memory.
     *
     * @param pooling null for none
     * @param filters number of planes
     * @param squares number of squares of a plane
     * @param lanes the largest number of images
     * @param tileSquares the largest number of squares that are pooled at a time
     */
    FusedPooling(
            @Nullable Pooling pooling,
            Activation activation,
            int filters,
            int squares,
            int lanes,
            int tileSquares,
            boolean training) {
        this.activation = activation;
        this.training = training;
        average = pooling != null && pooling.kind() == Pooling.Kind.AVERAGE;
        places = pooling == null ? 1 : pooling.size() * pooling.size();
        output = new float[filters][squares * lanes];
        outputGradient = training ? new float[filters][squares * lanes] : Output.NO_GRADIENT;
        if (!training) {
            parts = new float[0][][];
        } else if (average) {
            parts = new float[places][filters][squares * lanes];
        } else {
            parts = new float[][][] {outputGradient};
        }
        partPlaces = new float[parts.length][filters][squares * lanes];
        for (var part = 0; part < parts.length; part++) {
            for (float[] plane : partPlaces[part]) {
                Arrays.fill(plane, part);
            }
        }
        float[][] rows = Rows.allocate(places + 3, tileSquares);
        values = Arrays.copyOf(rows, places);
        pooled = rows[places];
        place = rows[places + 1];
        undecided = rows[places + 2];
        activated = new float[average ? squares * lanes : 0];
    }

    /** {@code [filter][(row, column, image)]}. */
    float[][] output() {
        return output;
    }

    /** {@code [filter][(row, column, image)]}, to be filled before {@link #backward}; none without training. */
    float[][] outputGradient() {
        return outputGradient;
    }

    int parts() {
        return parts.length;
    }

    /** {@code [square]}, after {@link #backward}: the gradient of one place of each square. */
    float[] partGradient(int part, int filter) {
        return parts[part][filter];
    }

    /** {@code [square]}: which place that is. */
    float[] partPlace(int part, int filter) {
        return partPlaces[part][filter];
    }

    /**
     * Pools some squares.
     *
     * @param sums outputs of the convolution, {@code [(place in the square, square)]}
     * @param count number of squares
     * @param start number of the first square
     */
    void forward(float[] sums, int count, int filter, int start) {
        for (var i = 0; i < places; i++) {
            System.arraycopy(sums, i * count, values[i], 0, count);
        }
        if (average) {
            average(count, filter, start);
        } else {
            maximum(count);
            if (training && places > 1) {
                locateMaximum(count);
                System.arraycopy(place, 0, partPlaces[0][filter], start, count);
            }
            Activations.apply(activation, pooled, count);
        }
        System.arraycopy(pooled, 0, output[filter], start, count);
    }

    private void average(int count, int filter, int start) {
        Arrays.fill(pooled, 0, count, 0);
        for (var i = 0; i < places; i++) {
            Activations.apply(activation, values[i], count);
            if (training) {
                System.arraycopy(values[i], 0, parts[i][filter], start, count);
            }
            addMultiple(pooled, values[i], 1f / places, count);
        }
    }

    private void maximum(int count) {
        System.arraycopy(values[0], 0, pooled, 0, count);
        for (var i = 1; i < places; i++) {
            keepLarger(pooled, values[i], count);
        }
    }

    /** Finds the first place of each square that reaches the maximum: as many as are below it before. */
    private void locateMaximum(int count) {
        Arrays.fill(place, 0, count, 0);
        Arrays.fill(undecided, 0, count, 1);
        for (var i = 0; i < places - 1; i++) {
            countIfBelow(place, undecided, values[i], pooled, count);
        }
    }

    /**
     * Computes the gradient of the outputs of the convolution from that of the squares.
     *
     * @param squares number of squares of a plane, over all images
     */
    void backward(int squares) {
        for (var filter = 0; filter < output.length; filter++) {
            if (average) {
                for (float[][] part : parts) {
                    System.arraycopy(part[filter], 0, activated, 0, squares);
                    Arrays.fill(part[filter], 0, squares, 0);
                    addMultiple(part[filter], outputGradient[filter], 1f / places, squares);
                    Activations.differentiate(activation, part[filter], activated, squares);
                }
            } else {
                Activations.differentiate(activation, outputGradient[filter], output[filter], squares);
            }
        }
    }

    private static void addMultiple(float[] sum, float[] values, float factor, int length) {
        for (var i = 0; i < length; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static void keepLarger(float[] largest, float[] values, int length) {
        for (var i = 0; i < length; i++) {
            largest[i] = Math.max(largest[i], values[i]);
        }
    }

    private static void countIfBelow(float[] place, float[] undecided, float[] values, float[] maximum, int length) {
        for (var i = 0; i < length; i++) {
            undecided[i] *= Indicator.below(values[i], maximum[i]);
            place[i] += undecided[i];
        }
    }
}
