package io.github.lenet.kernel;

import io.github.lenet.network.Shape;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The tiles of 2 x 2 values that cover a plane, row by row; the last ones may reach beyond it. They are worked on in
 * blocks, so that the transformed values of a block stay in the cache.
 */
final class WinogradTiles {

    private final Shape shape;
    private final int tilesPerRow;
    private final int count;
    private final int blockSize;

    /**
     * Covers planes.
     *
     * @param maximumBlock the largest number of tiles of a block
     */
    WinogradTiles(Shape shape, int maximumBlock) {
        this.shape = shape;
        tilesPerRow = (shape.width() + 1) / 2;
        count = tilesPerRow * ((shape.height() + 1) / 2);
        blockSize = (count + blocks(maximumBlock) - 1) / blocks(maximumBlock);
    }

    private int blocks(int size) {
        return (count + size - 1) / size;
    }

    /** Tiles of a block; beyond the last tile, a block has tiles of no places. */
    int blockSize() {
        return blockSize;
    }

    int blocks() {
        return blocks(blockSize);
    }

    /**
     * The places of the values of each tile.
     *
     * @param index gives the place of a row and a column of the plane
     * @param none the place of a value beyond the plane
     */
    int[] values(IntBinaryOperator index, int none) {
        return places(2, 0, 0, index, none);
    }

    /**
     * The places of each tile's values and those around them, of which there are zeros all around the plane.
     *
     * @param index gives the place of a row and a column of the plane, which may be -1, or one beyond the last
     */
    int[] surroundings(IntBinaryOperator index) {
        return places(4, -1, 1, index, index.applyAsInt(-1, -1));
    }

    private int[] places(int size, int first, int border, IntBinaryOperator index, int none) {
        var places = new int[blocks() * blockSize * size * size];
        Arrays.setAll(places, i -> {
            var tile = i / (size * size);
            var row = tile / tilesPerRow * 2 + first + i / size % size;
            var column = tile % tilesPerRow * 2 + first + i % size;
            return tile < count && row < shape.height() + border && column < shape.width() + border
                    ? index.applyAsInt(row, column)
                    : none;
        });
        return places;
    }
}
