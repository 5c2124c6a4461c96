package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.SelectiveVisitor;
import java.util.List;

/**
 * The passes of a network, in the order of computation.
 *
 * @param passes each layer, and the steps between layers
 * @param output what the last layer leaves, {@code [image][class]}
 */
record Passes(List<Pass> passes, Output output) {

    /**
     * Makes those that are fastest for a network. The gradients of LeNet-5, which has biases and pooling behind its
     * convolutions, are mostly zero; behind batch normalisation, they are not.
     *
     * @param images where the images will be, {@code [image][(channel, row, column)]}
     * @param training whether there will be gradients
     */
    static Passes of(Network network, int lanes, boolean training, float[][] images) {
        return isLikeLeNet(network)
                ? new PassBuilder(network, lanes, training, images).build()
                : LanePassBuilder.build(network, lanes, training, images);
    }

    /** Whether {@link PassBuilder} knows all layers. */
    static boolean isLikeLeNet(Network network) {
        return network.nodes().stream().allMatch(node -> node.layer().accept(LikeLeNet.VISITOR));
    }

    /** Whether {@link PassBuilder} knows a layer. */
    private static final class LikeLeNet implements SelectiveVisitor<Boolean> {

        static final LikeLeNet VISITOR = new LikeLeNet();

        @Override
        public Boolean visitOther(Layer layer) {
            return false;
        }

        @Override
        public Boolean visit(Convolution layer) {
            return layer.stride() == 1 && layer.hasBias();
        }

        @Override
        public Boolean visit(Pooling layer) {
            return true;
        }

        @Override
        public Boolean visit(Dense layer) {
            return true;
        }
    }
}
