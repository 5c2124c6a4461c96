package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import io.github.lenet.network.Pooling;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A convolution and the pooling behind it at work on up to {@code lanes} images.
 *
 * <p>Planes come in and go out as {@code [channel][(row, column, image)]}. The outputs of the convolution are computed
 * in tiles of whole rows of pooling squares. Within a tile they are ordered {@code (place in the square, row, column of
 * squares, image)}, so that pooling combines a few long arrays.
 */
final class ConvolutionPass implements Pass {

    /** Values of a tile, about: three rows of it and two sums fit into a first-level cache of 32 KiB. */
    private static final int TILE = 1024;

    private final Convolution convolution;
    private final int firstBias;
    private final int firstWeight;
    private final int squareRows;
    private final int squareColumns;
    private final int squareSize;
    private final int rowsPerTile;
    private final Output input;
    private final PaddedPlanes planes;
    private final ConvolutionLoops loops;
    private final float[][] sums;
    private final FusedPooling pooling;
    private final @Nullable PatchGradient patches;

    /**
     * Takes memory.
     *
     * @param pooling the pooling behind it; null if there is none
     * @param firstBias where the biases of this layer begin
     * @param firstWeight where its weights begin
     * @param input what the previous layer leaves
     * @param lanes the largest number of images
     * @param training whether there will be gradients
     */
    ConvolutionPass(
            Convolution convolution,
            @Nullable Pooling pooling,
            int firstBias,
            int firstWeight,
            Output input,
            int lanes,
            boolean training) {
        this.convolution = convolution;
        this.firstBias = firstBias;
        this.firstWeight = firstWeight;
        this.input = input;
        squareSize = pooling == null ? 1 : pooling.size();
        squareRows = convolution.output().height() / squareSize;
        squareColumns = convolution.output().width() / squareSize;
        var squaresPerRow = squareColumns * lanes;
        rowsPerTile = Math.min(squareRows, Math.max(1, TILE / (squareSize * squareSize * squaresPerRow)));
        var tileSquares = rowsPerTile * squaresPerRow;
        var tile = squareSize * squareSize * tileSquares;
        // A single image is too little for vectors that span images, and an application starts its JVM without their
        // module.
        loops = training ? ConvolutionLoops.fastest(convolution, tile) : new PlainLoops(convolution, tile);
        planes = new PaddedPlanes(convolution, squareSize, lanes, loops.overrun());
        sums = Rows.allocate(convolution.filters(), tile + loops.overrun());
        this.pooling = new FusedPooling(
                pooling,
                convolution.activation(),
                convolution.filters(),
                squareRows * squareColumns,
                lanes,
                tileSquares,
                training);
        patches = training ? new PatchGradient(convolution, loops, squareSize, lanes) : null;
    }

    /** What the pooling leaves, or the convolution if there is none. */
    Output output() {
        return new Output(pooling.output(), pooling.outputGradient());
    }

    @Override
    public void forward(Weights weights, int images) {
        planes.load(input.values(), images);
        for (var row = 0; row < squareRows; row += rowsPerTile) {
            var rows = Math.min(rowsPerTile, squareRows - row);
            var squares = rows * squareColumns * images;
            loops.convolve(sums, planes, row, rows, weights.parameters(), firstBias, firstWeight);
            for (var filter = 0; filter < convolution.filters(); filter++) {
                pooling.forward(sums[filter], squares, filter, row * squareColumns * images);
            }
        }
    }

    @Override
    public void backward(Weights weights, int images, float[] gradient) {
        var patches = Objects.requireNonNull(this.patches, "made without training");
        pooling.backward(squareRows * squareColumns * images);
        patches.load(input.values(), images);
        for (var filter = 0; filter < convolution.filters(); filter++) {
            patches.begin(filter, weights.parameters(), firstWeight);
            for (var row = 0; row < squareRows; row++) {
                for (var part = 0; part < pooling.parts(); part++) {
                    patches.add(row, pooling.partGradient(part, filter), pooling.partPlace(part, filter));
                }
                patches.finishRow(input.hasGradient());
            }
            patches.storeFilter(filter, gradient, firstBias, firstWeight);
        }
        if (input.hasGradient()) {
            patches.storeInputGradient(input.gradient());
        }
    }
}
