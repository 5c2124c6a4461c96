package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;

/**
 * The inner loops of a convolution. Backward, they are about patches: what lies below a kernel, as many runs of
 * neighbouring values as a kernel has rows. A patch is cut into slices of {@link #width()} values, which are handled at
 * the same time.
 *
 * <p>Each value has additions of its own, in an order that does not depend on the width. So every implementation gives
 * the same bits.
 */
interface ConvolutionLoops {

    /** How many slices are best summed at a time: so many chains of additions keep a core busy. */
    int GROUP = 5;

    /**
     * The fastest that this JVM offers: the Vector API where it was started with {@code --add-modules
     * jdk.incubator.vector}, as the worker is, and else Java that runs everywhere.
     *
     * @param convolution its shape
     * @param tile the most values of a filter that are computed at a time
     */
    static ConvolutionLoops fastest(Convolution convolution, int tile) {
        return VectorModule.isThere()
                ? VectorModule.instance(ConvolutionLoops.class, "VectorLoops")
                : new PlainLoops(convolution, tile);
    }

    /** Values of a slice. */
    int width();

    /** How many values the loops read and write behind the last one of an array that they are given. */
    int overrun();

    /**
     * Computes the outputs of a convolution, without activation, for some rows of squares.
     *
     * @param sums where they go, {@code [filter][(place in the square, row, column of squares, image)]}
     * @param parameters all parameters
     * @param biases where those of the filters begin
     * @param weights where those of the filters begin, {@code [filter][tap]}
     */
    void convolve(
            float[][] sums, PaddedPlanes planes, int firstRow, int rows, float[] parameters, int biases, int weights);

    /**
     * Adds a linear combination of patches.
     *
     * @param sum {@code [slice][width]}
     * @param image holds the patches
     * @param starts where each patch begins
     * @param factors the factor of each patch
     * @param count number of patches
     * @param slices where each slice begins in a patch
     */
    void sum(float[] sum, float[] image, int[] starts, float[] factors, int count, int[] slices);

    /**
     * Adds multiples of one patch to several places.
     *
     * @param image where they are added
     * @param starts where each begins
     * @param factors the factor of each
     * @param count number of places
     * @param patch {@code [slice][width]}; zero where a slice is longer than its run
     * @param slices where each slice begins in a patch
     */
    void spread(float[] image, int[] starts, float[] factors, int count, float[] patch, int[] slices);
}
