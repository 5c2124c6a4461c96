package io.github.lenet.network;

/**
 * Something that is done with each kind of layer in another way: a format that names them, a kernel that computes them.
 * A new layer is a new method here, and the compiler names every visitor that must learn it.
 *
 * @param <R> what comes of a visit
 */
public interface LayerVisitor<R> {

    /**
     * Visits a convolution.
     *
     * @param layer the layer
     * @return what comes of it
     */
    R visit(Convolution layer);

    /**
     * Visits a pooling layer.
     *
     * @param layer the layer
     * @return what comes of it
     */
    R visit(Pooling layer);

    /**
     * Visits a dense layer.
     *
     * @param layer the layer
     * @return what comes of it
     */
    R visit(Dense layer);

    /**
     * Visits a batch normalisation.
     *
     * @param layer the layer
     * @return what comes of it
     */
    R visit(BatchNormalization layer);

    /**
     * Visits an addition.
     *
     * @param layer the layer
     * @return what comes of it
     */
    R visit(Addition layer);

    /**
     * Visits a global pooling layer.
     *
     * @param layer the layer
     * @return what comes of it
     */
    R visit(GlobalPooling layer);
}
