package io.github.lenet.kernel;

/**
 * The transforms of Winograd's minimal filtering F(2 x 2, 3 x 3) (Lavin and Gray 2016, section 4.1), for tiles of 2 x 2
 * outputs and the 4 x 4 inputs around them. A row of tiles is transformed at a time, tiles two columns apart. The
 * transformed values lie in sixteen points, row by row and {@code pointStep} apart, those of a point tile by tile. As
 * in {@link LaneLoops}, every implementation gives the same bits.
 */
interface LaneTiles {

    /** Points of a transformed tile. */
    int POINTS = 16;

    /** The fastest that this JVM offers for so many images side by side. */
    static LaneTiles fastest(int lanes) {
        return lanes == Workspace.LANES && VectorModule.isThere()
                ? VectorModule.instance(LaneTiles.class, "VectorLaneTiles")
                : new PlainLaneTiles(lanes);
    }

    /**
     * How many rows of tiles to transform before their sums are computed: so many that these stay in the cache.
     *
     * @param tiles tiles of a row
     */
    int rowsOfBlock(int tiles);

    /**
     * Transforms the inputs of a row of tiles.
     *
     * @param from where the first input begins, one row above and one column before the first output
     * @param rowStep from a row of inputs to the next
     * @param columnStep from a column to the next, a multiple of the lanes
     * @param tiles number of tiles
     * @param to where the first point of the first tile goes
     */
    void inputs(
            float[] values, int from, int rowStep, int columnStep, int tiles, float[] points, int to, int pointStep);

    /**
     * Transforms the gradient of the outputs of a row of tiles.
     *
     * @param from where the first gradient begins
     * @param rowStep from a row of gradients to the next
     * @param tiles number of tiles
     * @param to where the first point of the first tile goes
     */
    void gradients(float[] values, int from, int rowStep, int tiles, float[] points, int to, int pointStep);

    /**
     * Transforms sums at the points of a row of tiles to outputs of one of the two rows, and one of the two columns of
     * each tile.
     *
     * @param from where the first point of the first tile lies
     * @param row row of the outputs in a tile, 0 or 1
     * @param column column of the outputs in a tile, 0 or 1
     * @param tiles number of tiles
     * @param bias what each output is added to
     * @param adds whether the outputs are added to what lies in their places as well
     * @param to where the first output goes
     */
    void outputs(
            float[] points,
            int from,
            int pointStep,
            int row,
            int column,
            int tiles,
            float bias,
            boolean adds,
            float[] results,
            int to);
}
