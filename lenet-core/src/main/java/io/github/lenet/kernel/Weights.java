package io.github.lenet.kernel;

import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.LayerVisitor;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Slice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a network, laid out for the loops: the flat array, and the weights of dense layers both ways. */
final class Weights {

    /** For each layer; null where the loops read the flat array. */
    private final @Nullable DenseWeights[] dense;

    private float[] parameters = {};
    private float[] statistics = {};

    Weights(Network network) {
        dense = new DenseWeights[network.nodes().size()];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = network.nodes()
                    .get(i)
                    .layer()
                    .accept(new Layout(network, i))
                    .orElse(null);
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
        for (DenseWeights weights : dense) {
            if (weights != null) {
                weights.load(parameters, part, parts);
            }
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

    /** How the weights of a layer are laid out. */
    private record Layout(Network network, int node) implements LayerVisitor<Optional<DenseWeights>> {

        @Override
        public Optional<DenseWeights> visit(Convolution layer) {
            return Optional.empty();
        }

        @Override
        public Optional<DenseWeights> visit(Pooling layer) {
            return Optional.empty();
        }

        @Override
        public Optional<DenseWeights> visit(Dense layer) {
            return Optional.of(new DenseWeights(
                    layer, network.slice(node, Slice.Kind.WEIGHTS).from()));
        }

        @Override
        public Optional<DenseWeights> visit(BatchNormalization layer) {
            return Optional.empty();
        }

        @Override
        public Optional<DenseWeights> visit(Addition layer) {
            return Optional.empty();
        }

        @Override
        public Optional<DenseWeights> visit(GlobalPooling layer) {
            return Optional.empty();
        }
    }
}
