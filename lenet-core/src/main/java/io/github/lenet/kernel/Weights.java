package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.SelectiveVisitor;
import io.github.lenet.network.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a network, laid out for the loops: the flat array, and the weights of dense layers both ways. */
final class Weights {

    private final List<LayerWeights> all = new ArrayList<>();
    /** For each layer; null where the loops read the flat array. */
    private final @Nullable DenseWeights[] dense;
    /** For each layer; null where the loops read the flat array. */
    private final @Nullable ConvolutionWeights[] convolutions;
    /** For each layer; null where the loops read another. */
    private final @Nullable WinogradWeights[] winograd;

    private float[] parameters = {};
    private float[] statistics = {};

    /**
     * Takes memory.
     *
     * @param training whether there will be gradients
     */
    Weights(Network network, boolean training) {
        dense = new DenseWeights[network.nodes().size()];
        convolutions = new ConvolutionWeights[dense.length];
        winograd = new WinogradWeights[dense.length];
        var layout = new Layout(network, training);
        for (var node = 0; node < dense.length; node++) {
            layout.node = node;
            network.nodes().get(node).layer().accept(layout).ifPresent(all::add);
        }
    }

    /**
     * Takes over parameters and statistics; the arrays themselves are kept, too.
     *
     * @param part which part of the work to do, 0 to {@code parts - 1}; the parts may be done at the same time
     */
    void load(float[] parameters, float[] statistics, int part, int parts) {
        this.parameters = parameters;
        this.statistics = statistics;
        for (var weights : all) {
            weights.load(parameters, part, parts);
        }
    }

    /** The flat array. */
    float[] parameters() {
        return parameters;
    }

    /** What the layers have measured so far, flat. */
    float[] statistics() {
        return statistics;
    }

    /** The weights of a dense layer. */
    DenseWeights dense(int node) {
        return dense[node];
    }

    /** The weights of a convolution by {@link DirectMethod}. */
    ConvolutionWeights convolution(int node) {
        return convolutions[node];
    }

    /** The weights of a convolution by {@link WinogradMethod}. */
    WinogradWeights winograd(int node) {
        return winograd[node];
    }

    /** Decides how the weights of a layer are laid out. */
    private final class Layout implements SelectiveVisitor<Optional<LayerWeights>> {

        private final Network network;
        private final boolean training;
        private final boolean likeLeNet;
        /** Index of the layer that is visited. */
        private int node;

        Layout(Network network, boolean training) {
            this.network = network;
            this.training = training;
            likeLeNet = Passes.isLikeLeNet(network);
        }

        @Override
        public Optional<LayerWeights> visitOther(Layer layer) {
            return Optional.empty();
        }

        private int firstWeight() {
            return network.slice(node, Slice.Kind.WEIGHTS).from();
        }

        @Override
        public Optional<LayerWeights> visit(Convolution layer) {
            if (likeLeNet) {
                return Optional.empty();
            }
            if (WinogradMethod.suits(layer)) {
                var weights = new WinogradWeights(layer, firstWeight(), training);
                winograd[node] = weights;
                return Optional.of(weights);
            }
            var weights = new ConvolutionWeights(layer, firstWeight(), training);
            convolutions[node] = weights;
            return Optional.of(weights);
        }

        @Override
        public Optional<LayerWeights> visit(Dense layer) {
            var weights = new DenseWeights(layer, firstWeight());
            dense[node] = weights;
            return Optional.of(weights);
        }
    }
}
