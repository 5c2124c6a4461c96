package io.github.lenet.network;

/**
 * A visitor to which only some kinds of layers are special: it overrides their methods, and does one thing with every
 * other kind. Where each kind must be known, such as in a format, a {@link LayerVisitor} lets the compiler say which is
 * missing.
 *
 * @param <R> what comes of a visit
 */
public interface SelectiveVisitor<R> extends LayerVisitor<R> {

    /**
     * Visits a layer of a kind that is not special.
     *
     * @param layer the layer
     * @return what comes of it
     */
    R visitOther(Layer layer);

    @Override
    default R visit(Addition layer) {
        return visitOther(layer);
    }

    @Override
    default R visit(BatchNormalization layer) {
        return visitOther(layer);
    }

    @Override
    default R visit(Convolution layer) {
        return visitOther(layer);
    }

    @Override
    default R visit(Dense layer) {
        return visitOther(layer);
    }

    @Override
    default R visit(GlobalPooling layer) {
        return visitOther(layer);
    }

    @Override
    default R visit(Pooling layer) {
        return visitOther(layer);
    }
}
