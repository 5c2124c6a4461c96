package io.github.lenet.kernel;

/** A layer at work on up to {@code lanes} images, or a step between layers. Passes share the arrays between them. */
interface Pass {

    /** Computes the output of the first images from their input. */
    void forward(Weights weights, int images);

    /**
     * Adds to the gradient of this layer's parameters, and computes the gradient of its input from that of its output.
     *
     * @param gradient that of all parameters, flat
     */
    void backward(Weights weights, int images, float[] gradient);

    /**
     * Adds what the layer has measured of the images in {@link #forward}, times their number.
     *
     * @param statistics those of all layers, flat
     */
    default void addStatistics(int images, float[] statistics) {}

    /** Forgets what {@link #backward} has collected apart from the flat array. */
    default void clearGradient() {}

    /** Writes what {@link #backward} has collected apart from the flat array to its place there. */
    default void storeGradient(float[] gradient) {}
}
