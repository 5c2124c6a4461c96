package io.github.lenet.kernel;

import io.github.lenet.network.Pooling;
import java.util.Arrays;

/** Pooling of any planes, plainly. Behind a convolution, {@link FusedPooling} gives the same, but faster. */
final class PoolingPass implements Pass {

    private final Pooling pooling;
    private final int rows;
    private final int columns;
    private final Output input;
    private final Output output;

    /** Takes memory. */
    PoolingPass(Pooling pooling, Output input, int lanes, boolean training) {
        this.pooling = pooling;
        this.input = input;
        rows = pooling.output().height();
        columns = pooling.output().width();
        var planes = pooling.input().channels();
        var length = rows * columns * lanes;
        output = new Output(new float[planes][length], training ? new float[planes][length] : Output.NO_GRADIENT);
    }

    Output output() {
        return output;
    }

    @Override
    public void forward(Weights weights, int images) {
        for (var plane = 0; plane < output.values().length; plane++) {
            for (var square = 0; square < rows * columns; square++) {
                for (var image = 0; image < images; image++) {
                    output.values()[plane][square * images + image] =
                            pool(input.values()[plane], start(square) * images + image, images);
                }
            }
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        if (!input.hasGradient()) {
            return;
        }
        for (var plane = 0; plane < output.values().length; plane++) {
            Arrays.fill(input.gradient()[plane], 0, pooling.input().planeSize() * images, 0);
            for (var square = 0; square < rows * columns; square++) {
                for (var image = 0; image < images; image++) {
                    var place = square * images + image;
                    spread(
                            plane,
                            start(square) * images + image,
                            images,
                            output.values()[plane][place],
                            output.gradient()[plane][place]);
                }
            }
        }
    }

    private float pool(float[] plane, int start, int images) {
        var average = pooling.kind() == Pooling.Kind.AVERAGE;
        float pooled = average ? 0 : plane[start];
        for (var place = 0; place < pooling.fanIn(); place++) {
            var value = plane[start + step(place) * images];
            pooled = average ? pooled + 1f / pooling.fanIn() * value : Math.max(pooled, value);
        }
        return pooled;
    }

    /** Squares do not overlap, so each place has the gradient of one square at most. */
    private void spread(int plane, int start, int images, float pooled, float gradient) {
        var target = input.gradient()[plane];
        for (var place = 0; place < pooling.fanIn(); place++) {
            var to = start + step(place) * images;
            if (pooling.kind() == Pooling.Kind.AVERAGE) {
                target[to] = 1f / pooling.fanIn() * gradient;
            } else if (input.values()[plane][to] == pooled) {
                target[to] = gradient;
                return;
            }
        }
    }

    /** The first position of a square in its plane. */
    private int start(int square) {
        return (square / columns * pooling.input().width() + square % columns) * pooling.size();
    }

    /** How many positions later a place of a square is. */
    private int step(int place) {
        return place / pooling.size() * pooling.input().width() + place % pooling.size();
    }
}
