package io.github.lenet.kernel;

/**
 * The transforms of Winograd's minimal filtering F(2 x 2, 3 x 3) (Lavin and Gray 2016, section 4.1), for tiles of 2 x 2
 * outputs and the 4 x 4 inputs around them. A tile's values lie in places, row by row, and those of each place side by
 * side; the transformed ones in sixteen points, row by row, {@code pointStep} apart. As in {@link LaneLoops}, every
 * implementation gives the same bits.
 */
interface LaneTiles {

    /** Points of a transformed tile. */
    int POINTS = 16;

    /** The fastest that this JVM offers for so many images side by side. */
    static LaneTiles fastest(int lanes) {
        return lanes == Workspace.LANES && VectorModule.isThere()
                ? VectorModule.instance(LaneTiles.class, "VectorLaneTiles")
                : new PlainLaneTiles();
    }

    /** How many tiles to transform before their sums are computed: so many that these stay in the cache. */
    int tilesOfBlock(int lanes);

    /**
     * Transforms the inputs of a tile.
     *
     * @param from what is added to the places
     * @param places sixteen for each tile
     * @param firstPlace index of the tile's first place
     * @param run values of a place, a multiple of the lanes
     * @param to where the first point goes
     */
    void inputs(float[] values, int from, int[] places, int firstPlace, int run, float[] points, int to, int pointStep);

    /**
     * Transforms the gradient of the outputs of a tile.
     *
     * @param from what is added to the places
     * @param places four for each tile
     * @param firstPlace index of the tile's first place
     * @param run values of a place, a multiple of the lanes
     * @param to where the first point goes
     */
    void gradients(
            float[] values, int from, int[] places, int firstPlace, int run, float[] points, int to, int pointStep);

    /**
     * Transforms sums at the points of a tile to its outputs.
     *
     * @param from where the first point lies
     * @param bias what each output is added to
     * @param adds whether the outputs are added to what lies in their places instead
     * @param to what is added to the places
     * @param places four for each tile; negative where there is none
     * @param firstPlace index of the tile's first place
     * @param run values of a place, a multiple of the lanes
     */
    void outputs(
            float[] points,
            int from,
            int pointStep,
            float bias,
            boolean adds,
            float[] results,
            int to,
            int[] places,
            int firstPlace,
            int run);
}
